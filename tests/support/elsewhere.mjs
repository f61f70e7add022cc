// Loaded before a portal under test: the name in CALENDAR_HOST means an address of the open Internet, and whoever
// connects to that comes to the test's own server. The portal itself knows nothing of it.
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";

const outside = "93.184.215.14";
const { CALENDAR_HOST: host, CALENDAR_PORT: port } = process.env;
const { lookup } = dns;
dns.lookup = async (name, ...rest) =>
  name === host ? [{ address: outside, family: 4 }] : lookup(name, ...rest);
syncBuiltinESMExports();

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...call) {
  const options = Array.isArray(call[0]) ? call[0][0] : call[0];
  if (options?.host === outside) Object.assign(options, { host: "127.0.0.1", port: Number(port) });
  return connect.apply(this, call);
};
