import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    alias: {
      '@ui': here('./src/ui/index.ts'),
      '@lib': here('./src/lib/index.ts'),
      '@api': here('./src/api/index.ts'),
      '@features': here('../features'),
    },
  },
  // The policy of the server forbids data: addresses and inline scripts, so nothing is inlined.
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [here('..')] },
    proxy: { '/api': { target: process.env.VOUCHSAFE_URL ?? 'http://127.0.0.1:8080' } },
  },
  test: {
    environment: 'happy-dom',
    globals: true,
    css: false,
    testTimeout: 30_000, // the machine may be busy with other things
    setupFiles: [here('./src/test/setup.ts')],
    include: ['src/**/*.test.{ts,tsx}', '../features/*/web/**/*.test.{ts,tsx}'],
  },
});
