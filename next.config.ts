import type { NextConfig } from "next";
import { forStaticFiles } from "./lib/running/headers.ts";

const config: NextConfig = {
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks types; a person who starts the portal should not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // In development every request is a line in the terminal; the address of a calendar is a secret.
  logging: { incomingRequests: { ignore: [/^\/calendar\//] } },
  images: { unoptimized: true },
  // The limiter loads drizzle-orm at run time, which a bundle cannot follow.
  serverExternalPackages: ["drizzle-orm", "pg-boss", "postgres", "rate-limiter-flexible"],
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: Object.entries(forStaticFiles).map(([key, value]) => ({
        key,
        value,
      })),
    },
  ],
};

export default config;
