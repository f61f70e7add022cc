import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** Notes all that should not happen in a browser: written consoles, errors of pages, answers >= 500, other origins. */
export function watchBrowser(context: BrowserContext, ours: readonly string[], problems: string[]): void {
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isRefusal(message) && !isSlow(message))
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && !ours.includes(origin))
      problems.push(`a request to elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
}

// Chromium writes every answer of 4xx to the console. Where a page asks and is refused, that is its business.
function isRefusal(message: ConsoleMessage): boolean {
  const { url } = message.location();
  return (
    /status of 4\d\d/.test(message.text()) && URL.canParse(url) && new URL(url).pathname.startsWith("/api/")
  );
}

// How soon after it was loaded a font is drawn hangs on how busy the machine is.
function isSlow(message: ConsoleMessage): boolean {
  return /\.woff2 was preloaded .* but not used within a few seconds/.test(message.text());
}
