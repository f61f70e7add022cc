import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

const length = (size: number) =>
  size < 128 ? Buffer.of(size) : size < 256 ? Buffer.of(0x81, size) : Buffer.of(0x82, size >> 8, size & 255);
const part = (tag: number, ...inside: Buffer[]) => {
  const body = Buffer.concat(inside);
  return Buffer.concat([Buffer.of(tag), length(body.length), body]);
};
const sequence = (...inside: Buffer[]) => part(0x30, ...inside);
const object = (hex: string) => part(0x06, Buffer.from(hex, "hex"));
const words = (text: string) => part(0x0c, Buffer.from(text));
const time = (ms: number) =>
  part(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, "")}`));

const ecdsaWithSha256 = sequence(object("2a8648ce3d040302"));
const commonName = object("550403");
const basicConstraints = object("551d13");
const alternativeNames = object("551d11");
const year = 365 * 86_400_000;

/** A certificate for these names that nobody but the test trusts, as PEM, with its key. */
export function ownCertificate(names: string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(part(0x31, sequence(commonName, words("Attune tests"))));
  const extensions = sequence(
    sequence(basicConstraints, part(0x04, sequence(part(0x01, Buffer.of(255))))),
    sequence(alternativeNames, part(0x04, sequence(...names.map((host) => part(0x82, Buffer.from(host)))))),
  );
  const toSign = sequence(
    part(0xa0, part(0x02, Buffer.of(2))),
    part(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time(Date.now() - year), time(Date.now() + year)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    part(0xa3, extensions),
  );
  const signature = part(0x03, Buffer.of(0), sign("sha256", toSign, privateKey));
  const der = sequence(toSign, ecdsaWithSha256, signature).toString("base64");
  const lines = der.match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
  };
}
