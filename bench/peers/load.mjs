// node load.mjs TABLES DATA [REQUESTS]: fills a new data folder with the kit's generated tables, through
// `vouchsafe bench load` (history of accounts, advocates and permissions; requests by the real commands).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const [tables, data, requests] = process.argv.slice(2);
if (!tables || !data) {
  console.error('node load.mjs TABLES DATA [REQUESTS]   (program: env VOUCHSAFE, default ./vouchsafe)');
  process.exit(2);
}
if (fs.existsSync(data)) {
  console.error(`${data} exists already; name a new folder.`);
  process.exit(2);
}
const size = requests ? ['--size', requests] : [];
execFileSync(process.env.VOUCHSAFE || './vouchsafe', ['bench', 'load', '--from', tables, '--data', data, ...size],
  { stdio: 'inherit' });
