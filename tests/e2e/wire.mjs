// Requests exactly as written: no header that the test did not ask for, down to bytes on the socket.
import http from "node:http";
import net from "node:net";

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** One exchange with just these headers: `{status, headers, text, bytes}`. */
export function send(server, method, path, { headers = {}, body } = {}) {
  if (body !== undefined) headers = { ...headers, "Content-Length": Buffer.byteLength(body) };
  const options = { host: "127.0.0.1", port: server.port, method, path, agent, headers };
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, text: bytes.toString(), bytes });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Writes bytes to a fresh connection; answers what came back and whether the server closed, within `ms`. */
export function converse(port, bytes, ms = 3000) {
  return new Promise((resolve) => {
    let text = "";
    const socket = net.connect(port, "127.0.0.1", () => socket.write(bytes));
    const done = (closed) => {
      socket.destroy();
      resolve({ text, closed });
    };
    socket.on("data", (part) => (text += part.toString("latin1")));
    socket.on("end", () => done(true));
    socket.on("error", () => done(true));
    socket.setTimeout(ms, () => done(false));
  });
}

/** Every route of openapi.json: `{method, path, operation}`, the path with its `{…}`. */
export async function routesOf(server) {
  const document = JSON.parse((await send(server, "GET", "/api/v1/openapi.json")).text);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      method: method.toUpperCase(),
      path,
      operation: operationId,
    })),
  );
}
