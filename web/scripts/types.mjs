// Makes web/src/api/generated.d.ts out of what the program says of its API. VOUCHSAFE names the program; without, it is
// the one that was built last.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types = fileURLToPath(new URL('../src/api/generated.d.ts', import.meta.url));

function programBuiltLast() {
  const built = ['build', 'build-dev'].map((folder) => `${root}${folder}/vouchsafe`).filter(existsSync);
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

function description() {
  const program = process.env.VOUCHSAFE || programBuiltLast();
  if (!program) throw new Error('The types of the web app are made from the program. Build it first: bin/build');
  return execFileSync(program, ['openapi'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

const text = description();
const mark = `// Made from \`vouchsafe openapi\`, ${createHash('sha256').update(text).digest('hex')}; do not edit.\n`;
if (!existsSync(types) || !readFileSync(types, 'utf8').startsWith(mark)) {
  const made = await openapiTS(JSON.parse(text), { silent: true, emptyObjectsUnknown: true });
  writeFileSync(types, mark + astToString(made));
}
