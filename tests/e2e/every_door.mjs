// Every door by which the program shows something: all lists and items of openapi.json as JSON and CSV, pages, packs
// and exports unpacked, the dump, metrics, and the live stream; each asked by whoever may see most.
import http from "node:http";
import { unzip } from "./zip_file.mjs";

const most = 12; // items of one collection that are looked at
const dear = /\/(found|export|evidence|matches)$/; // reads much for one answer
const mostOfDear = 6;

/** What is in an answer, unpacked. */
export const contents = (answer) =>
  answer.bytes.subarray(0, 2).toString() === "PK" ? Buffer.concat(Object.values(unzip(answer.bytes))) : answer.bytes;

/** Paths of all that can be read, with the ids that there are: first of items that have to do with `first`. */
async function places(server, person, first) {
  const { body } = await server.send("GET", "/api/v1/openapi.json");
  const own = "/api/v1/w/{workspace}/";
  const all = Object.entries(body.paths).filter(([path, methods]) => path.startsWith(own) && methods.get);
  const templates = [...all.map(([path]) => path.slice(own.length)), "files/{id}", "dump"];
  const out = new Set();
  const ids = {};
  for (const path of templates.filter((each) => !each.includes("{"))) {
    for (const way of ["", "?limit=200", "?format=csv"]) out.add(path + way);
    const items = (await person.get(`${path}?limit=200`)).body?.items;
    const about = (item) => first.some((id) => JSON.stringify(item).includes(id));
    const sorted = Array.isArray(items) ? [...items.filter(about), ...items.filter((item) => !about(item))] : [];
    ids[path] = sorted.map((item) => item.id).filter(Boolean);
  }
  for (const path of templates.filter((each) => each.includes("{id}") && !/\{(?!id\})/.test(each))) {
    const known = ids[path.slice(0, path.indexOf("/{id}"))] ?? [];
    for (const id of known.slice(0, dear.test(path) ? mostOfDear : most)) out.add(path.replace("{id}", id));
  }
  return [...out];
}

/** Which words stand behind which door: `{asked, shown, found: Map(word → path)}`. */
export async function everyDoor(server, people, search, first) {
  const found = new Map();
  let [asked, shown] = [0, 0];
  const look = (path, bytes) => [...search.in(bytes)].forEach((word) => found.set(word, path));
  for (const role of ["administrator", "privacy_reviewer", "program_owner"]) {
    const person = people[role];
    for (const path of await places(server, person, first)) {
      const answer = await person.get(path);
      asked += 1;
      if (answer.status !== 200) continue;
      shown += 1;
      look(path, contents(answer));
    }
  }
  for (const person of Object.values(people)) look("saved_views", (await person.get("saved_views")).bytes);
  for (const path of ["/metrics", "/healthz", "/readyz"]) look(path, (await server.send("GET", path)).bytes);
  return { asked, shown, found };
}

/** Listens to the live stream: `bytes()` are all that came. */
export function overhear(server, person) {
  return new Promise((resolve, reject) => {
    const path = `/api/v1/w/${person.workspace}/events/stream`;
    const to = { host: "127.0.0.1", port: server.port, path, headers: person.headers, agent: false };
    const request = http.get(to, (response) => {
      const parts = [];
      response.on("data", (bytes) => parts.push(bytes)).on("error", () => {});
      resolve({ bytes: () => Buffer.concat(parts), close: () => request.destroy() });
    });
    request.on("error", reject);
  });
}
