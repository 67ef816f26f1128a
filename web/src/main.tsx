import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from '@api';
import { App } from './app/App';
import { cssVariablesResolver, theme } from './app/theme';

// The server writes a fresh nonce into the page; browsers show it to scripts as a property only.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const retry = (count: number, error: unknown) =>
  count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500);
// Whatever is refused for want of a session, or of a second factor, first asks who is signed in; what the answer
// lacks leads to the sign-in, or to the one page that is left.
const onError = (error: unknown) => {
  const known = client.getQueryState(['me'])?.status === 'success';
  const lacks = error instanceof Problem && (error.status === 401 || error.code === 'factor.demanded');
  if (known && lacks) void client.invalidateQueries({ queryKey: ['me'] });
};
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  // The server may stand in the next room: whether this machine has the internet says nothing about it.
  defaultOptions: {
    queries: { staleTime: 30_000, retry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={client}>
        <Notifications position="bottom-center" />
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
