// Prints the gzipped size of what a signed-in person downloads first and of each lazy chunk; exits 1 over budget.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const ENTRY_KIB = 260;
const ROUTE_KIB = 150;
const kib = (name) => gzipSync(readFileSync(new URL(`assets/${name}`, dist))).length / 1024;
const html = readFileSync(new URL('index.html', dist), 'utf8');
const scripts = readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.js'));
const first = scripts.filter((name) => html.includes(name));
const entry = first.reduce((sum, name) => sum + kib(name), 0);
const lazy = scripts.filter((name) => !first.includes(name)).map((name) => [name, kib(name)]);

console.log(`entry ${entry.toFixed(1)} KiB (budget ${ENTRY_KIB})`);
for (const [name, size] of lazy.sort((a, b) => b[1] - a[1]))
  console.log(`  ${size.toFixed(1).padStart(6)} KiB ${name}`);
const over = entry > ENTRY_KIB || lazy.some(([, size]) => size > ROUTE_KIB);
process.exit(over ? 1 : 0);
