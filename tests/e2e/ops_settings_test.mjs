// Settings by file and environment, and the doctor who says what they come to (the C++ tests know every rule; these
// see the program as its administrator does).
// MISSION: INT-06
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { program, Server } from "../server.mjs";
import { PostOffice } from "./post_office.mjs";

const folder = mkdtempSync(join(tmpdir(), "vouchsafe-settings-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const web = join(folder, "web");
spawnSync("mkdir", [web]);
writeFileSync(join(web, "index.html"), "<!doctype html><title>x</title>");

function run(args, env = {}) {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VOUCHSAFE_")));
  const { status, stdout, stderr } = spawnSync(program, args, { env: { ...clean, ...env }, encoding: "utf8" });
  return { status, stdout, stderr, all: stdout + stderr };
}
const doctor = (env, ...args) =>
  run(["doctor", "--data", join(folder, "data"), ...(args.includes("--web") ? [] : ["--web", web]), ...args], env);

test("the doctor shows every setting with where it comes from, secrets only as set", () => {
  const secret = file("token", "a-token-of-some-length\n");
  const config = file("vouchsafe.yaml", "public_url: https://references.example.com\nadmin_password: sesame-42-open\n");
  const { status, stdout } = doctor({ VOUCHSAFE_METRICS_TOKEN_FILE: secret }, "--config", config);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^public_url +https:\/\/references\.example\.com +vouchsafe\.yaml:1$/m);
  assert.match(stdout, /^metrics_token +set +VOUCHSAFE_METRICS_TOKEN_FILE$/m);
  assert.match(stdout, /^admin_password +set +vouchsafe\.yaml:2$/m);
  assert.match(stdout, /^smtp_url +not set +\(default\)$/m);
  assert.doesNotMatch(stdout, /a-token-of|sesame/);
  assert.match(stdout, /^(ok|note) +fsync +[\d.]+ ms/m);
});

test("wrong settings are all told, by the doctor and before serving, with exit code 2", () => {
  const config = file("wrong.yaml", "lisen: 1\nlog_level: loud\n");
  for (const verb of ["doctor", "serve"]) {
    const { status, all } = run([verb, "--data", join(folder, "none"), "--config", config], { VOUCHSAFE_LISTEN: "x" });
    assert.equal(status, 2, all);
    for (const part of ["wrong.yaml:1: there is no setting “lisen”", "wrong.yaml:2: log_level", "VOUCHSAFE_LISTEN"])
      assert.ok(all.includes(part), `${part} not in ${all}`);
  }
});

test("what the machine lacks gives exit code 1", () => {
  const { status, stdout } = doctor({}, "--web", join(folder, "no-web"), "--disk-reserve-mb", "999999");
  assert.equal(status, 1);
  assert.match(stdout, /^MEND +web app/m);
  assert.match(stdout, /^MEND +disk /m);
});

test("a shell's low limit of open files is raised as far as it may be", () => {
  const within = (limits) => {
    const how = `${limits}; exec "$0" doctor --data "$1" --web "$2"`;
    return spawnSync("bash", ["-c", how, program, join(folder, "data"), web], { encoding: "utf8" }).stdout;
  };
  assert.match(within("ulimit -Sn 1024; ulimit -Hn 5000"), /^ok +files +5000 open files allowed/m);
  assert.match(within("ulimit -n 2000"), /^MEND +files +2000 open files allowed; raise the limit to 4096/m);
});

test("a ledger is verified, unless it is served; a key that others may read is told", async () => {
  const server = new Server({ sample: false });
  await server.start();
  const look = () => run(["doctor", "--data", server.data, "--web", web]);
  assert.match(look().stdout, /^note +ledger +a program serves it/m);
  await server.stop();
  const well = look();
  assert.equal(well.status, 0, well.stdout);
  assert.match(well.stdout, /^ok +ledger +main: \d+ events verified/m);
  chmodSync(join(server.data, "keys", "kek"), 0o644);
  const ill = look();
  assert.equal(ill.status, 1);
  assert.match(ill.stdout, /^MEND +keys +others may read kek/m);
  server.remove();
});

test("online, the doctor signs in at the mail server, and hands over nothing", async () => {
  const office = await new PostOffice({ user: "vouchsafe", password: "sesame" }).open();
  // Not spawnSync: the mail server runs in this process.
  const ask = (password) =>
    new Promise((resolve) =>
      execFile(
        program,
        ["doctor", "--online", "--data", join(folder, "data"), "--web", web, "--mail-from", "a@b.example"],
        { env: { VOUCHSAFE_SMTP_URL: `smtp://vouchsafe:${password}@127.0.0.1:${office.port}` } },
        (error, stdout) => resolve({ status: error?.code ?? 0, stdout }),
      ),
    );
  const good = await ask("sesame");
  assert.match(good.stdout, /^ok +mail +smtp:\/\/127\.0\.0\.1:\d+\/? takes letters/m);
  assert.equal(good.status, 0, good.stdout);
  const bad = await ask("wrong");
  assert.match(bad.stdout, /^MEND +mail .*sign_in_refused/m);
  assert.equal(bad.status, 1);
  assert.doesNotMatch(good.stdout + bad.stdout, /sesame|wrong@|:wrong/);
  assert.equal(office.letters.length, 0);
  await office.close();
});

test("a file and the environment are enough to serve", async () => {
  const env = { VOUCHSAFE_ADMIN_PASSWORD_FILE: file("password", "sesame-street-7\n") };
  const args = ["--config", file("serve.yaml", "admin_email: first@example.com\n")];
  const server = new Server({ sample: false, env, args });
  await server.start();
  const admin = await server.login("first@example.com", 0, "sesame-street-7");
  assert.equal((await admin.get("requests")).status, 200);
  assert.doesNotMatch(server.output, /sesame/);
  await server.stop();
  server.remove();
});
