import { settings } from "#lib/running/settings.ts";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

type Asked = { cookie?: string; address?: string; headers?: Record<string, string> };

/** What a browser on one of our pages does with fetch. */
export function post(
  handler: Handler,
  body: unknown,
  { cookie, address, headers }: Asked = {},
): Promise<Response> {
  const { appUrl } = settings();
  const request = new Request(`${appUrl}/api/x`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      origin: appUrl,
      "sec-fetch-site": "same-origin",
      "x-attune-address": address ?? "203.0.113.7",
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
  });
  return handler(request, { params: Promise.resolve({}) });
}

/** The cookies of an answer as the browser would send them back: "si=…; attune=…". */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}
