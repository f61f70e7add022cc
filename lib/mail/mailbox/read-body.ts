import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error.ts";

const most = 40 * 1024 * 1024;

/** The whole body as text, refused when it grows larger than Resend takes. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is over is still read, so that the refusal arrives; none of it is kept.
    if (bytes <= most) chunks.push(chunk);
  }
  if (bytes > most) throw new ApiError(413, "validation_error", "The request body is larger than 40 MB.");
  return Buffer.concat(chunks).toString("utf8");
}
