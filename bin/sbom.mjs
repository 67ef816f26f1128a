// CycloneDX 1.5 out of what is there: ldd and dpkg for the program, package-lock.json for the web app.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";

const program = process.argv[2];
const run = (command, ...args) => execFileSync(command, args, { encoding: "utf8" });

/** The Debian packages that own the loaded libraries, and those whose headers were compiled in. */
function debian() {
  const files = [...run("ldd", program).matchAll(/=> (\/\S+)/g)].map(([, path]) => realpathSync(path));
  const loaded = files.map((file) => run("dpkg", "-S", file.replace(/^\/usr\/lib\//, "*/lib/")).split(":")[0]);
  const compiled = readFileSync("bin/packages-build.txt", "utf8").match(/^[\w.+-]+-dev$/gm);
  const owners = new Set([...loaded, ...compiled]);
  return [...owners].sort().map((name) => {
    const [version, architecture] = run("dpkg-query", "-W", "-f=${Version} ${Architecture}\n", name)
      .split("\n")[0]
      .split(" ");
    return {
      type: "library",
      name,
      version,
      purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=debian-12`,
    };
  });
}

/** Compiled into the program, although npm knows it as a tool of the build. */
const COMPILED_IN = "@zxcvbn-ts/language-common";

/** Everything that the web app's dependencies need, with the digests of the registry. */
function npm() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path && ((!dev && !devOptional) || path.endsWith(COMPILED_IN)))
    .map(([path, { version, license, integrity }]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const [algorithm, digest] = (integrity ?? "").split("-");
      return {
        type: "library",
        name,
        version,
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
        ...(license && { licenses: [{ expression: license }] }),
        ...(digest && {
          hashes: [{ alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") }],
        }),
      };
    });
}

const bytes = readFileSync(program);
const components = [...debian(), ...npm()].map((each) => ({ "bom-ref": each.purl, ...each }));
const itself = {
  type: "application",
  name: "vouchsafe",
  "bom-ref": "vouchsafe",
  licenses: [{ license: { id: "Apache-2.0" } }],
  hashes: [{ alg: "SHA-256", content: createHash("sha256").update(bytes).digest("hex") }],
};
const bill = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: itself },
  components,
  dependencies: [{ ref: "vouchsafe", dependsOn: components.map((each) => each["bom-ref"]) }],
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
