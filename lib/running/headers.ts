/* One table for every answer. proxy.ts sends it with pages and API answers, next.config.ts with static files,
   and the tests compare what a browser receives with it. */

// Only names that browsers know: an unknown one is a warning in every console.
const powers = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": powers.map((power) => `${power}=()`).join(", "),
};

export const noStore = { "Cache-Control": "private, no-store" };

/** For files that every visitor gets alike. They may be cached, so they carry no nonce. */
export const forStaticFiles = {
  ...everywhere,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

export function contentPolicy(nonce: string, { development = false, isFramed = false } = {}): string {
  return [
    "default-src 'none'",
    // React rebuilds the server's stack traces with eval, in development only.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Of our own addresses only previews let themselves be framed.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    "object-src 'none'",
  ].join("; ");
}

/** Mail carries its own styles, and a coach's words: so it may look as it likes, and do nothing. */
const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  // Scripts are stopped by the first line. The sandbox takes from what it holds our origin, links and forms.
  "sandbox allow-scripts",
].join("; ");
const letterPreview = "/api/coach/letters/preview";
const lessonPreview = /^\/coach\/lessons\/[^/]+\/preview$/;

// A calendar program may keep what it read for a while. The feed says so itself, and what is set here would win.
const keepsItsOwn = /^\/calendar\/[^/]+\.ics$/;

const open = new Set(["/", "/book", "/support", "/privacy", "/confidentiality"]);

export function headersFor(
  path: string,
  { nonce, https, development = false }: { nonce: string; https: boolean; development?: boolean },
): Record<string, string> {
  return {
    ...everywhere,
    "Content-Security-Policy":
      path === letterPreview
        ? letterPolicy
        : contentPolicy(nonce, { development, isFramed: lessonPreview.test(path) }),
    ...(keepsItsOwn.test(path) ? {} : noStore),
    ...(open.has(path) ? {} : { "X-Robots-Tag": "noindex" }),
    ...(https
      ? {
          "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
        }
      : {}),
  };
}

type Refused = {
  status: 400 | 404 | 405;
  message: string;
  allow?: string;
};

const refusedHeaders = ["next-action", "next-resume", "x-middleware-subrequest"];
const apiMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const pageMethods = ["GET", "HEAD"];

/** What never reaches a page or a handler: doors of the framework that we do not use, and methods nobody needs. */
export function refuseOutright(
  method: string,
  path: string,
  hasHeader: (name: string) => boolean,
): Refused | undefined {
  if (path === "/_next/image") return { status: 404, message: "There is nothing here." };
  if (refusedHeaders.some(hasHeader)) return { status: 400, message: "This request can’t be understood." };
  const allowed = path.startsWith("/api/") ? apiMethods : pageMethods;
  if (!allowed.includes(method)) {
    return {
      status: 405,
      message: "This address can only be read.",
      allow: allowed.join(", "),
    };
  }
  // The framework's page for what went wrong everywhere is an address too, and answers 500.
  if (path === "/_global-error") return { status: 404, message: "There is nothing here." };
  return undefined;
}
