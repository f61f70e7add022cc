import type { NextApiRequest, NextApiResponse } from "next";
import nextAuthModule, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { EmailConfig } from "next-auth/providers/email";
import { cookieOptions, sessionCookie } from "#lib/auth/cookies.ts";
import { newSecret } from "#lib/auth/one-way.ts";
import { settings } from "#lib/running/settings.ts";

type Handler = (request: NextApiRequest, response: NextApiResponse, options: AuthOptions) => Promise<void>;

// Node hands over the whole CommonJS module where bundlers hand over its default.
const nextAuth: Handler =
  "default" in nextAuthModule ? (nextAuthModule.default as Handler) : (nextAuthModule as Handler);

/**
 * Lets next-auth do its e-mail callback: it makes the session's token, has it stored and writes the
 * cookie. It is called here and nowhere else, with nothing of the browser's request: no cookie, header or address of
 * a stranger reaches it, and none of its own routes is open. Gives the `Set-Cookie` line, or undefined when it let nobody in.
 */
export async function issueSession(adapter: Adapter): Promise<string | undefined> {
  process.env.NEXTAUTH_URL ??= settings().appUrl;
  const lines: string[] = [];
  const request: Partial<NextApiRequest> = {
    method: "POST",
    query: { nextauth: ["callback", "email"], token: "proved" },
    cookies: {},
    headers: {},
    body: {},
  };
  await nextAuth(request as NextApiRequest, recorder(lines) as NextApiResponse, optionsFor(adapter));
  return lines.find((line) => line.startsWith(`${sessionCookie()}=`));
}

function optionsFor(adapter: Adapter): AuthOptions {
  return {
    adapter,
    providers: [emailProvider],
    secret: settings().authSecret,
    useSecureCookies: settings().secureCookies,
    session: { strategy: "database", generateSessionToken: newSecret },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    callbacks: { redirect: ({ baseUrl }) => baseUrl },
    // Its log quotes what failed with all parameters. The adapter keeps the error, and it is logged once, without them.
    logger: { error() {}, warn() {}, debug() {} },
  };
}

// Written out, because importing next-auth's own would ask for nodemailer. Mails are ours.
const emailProvider: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 600,
  sendVerificationRequest: () => {},
  options: {},
};

function recorder(lines: string[]): Partial<NextApiResponse> {
  const response: Partial<NextApiResponse> = {
    status: () => response as NextApiResponse,
    getHeader: (name) => (name === "Set-Cookie" ? lines : undefined),
    setHeader: (name, value) => {
      if (name === "Set-Cookie" && Array.isArray(value)) lines.splice(0, lines.length, ...value);
      return response as NextApiResponse;
    },
    end: () => response as NextApiResponse,
    json: () => {},
    send: () => {},
  };
  return response;
}
