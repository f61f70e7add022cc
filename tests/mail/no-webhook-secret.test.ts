import { expect, test } from "vitest";
import { POST } from "#app/api/webhooks/resend/route.ts";
import { anEvent, signedRequest } from "#tests/support/webhooks.ts";

// Nothing here asks the database; the settings want to know where it would be.
process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nowhere";
process.env.RESEND_WEBHOOK_SECRET = "";

test("where no secret is set there is no webhook, however well it is signed", async () => {
  const request = signedRequest(anEvent({ what: "delivered", at: Date.now() }));
  const answer = await POST(new Request("http://localhost:3000/api/webhooks/resend", request));
  expect(answer.status).toBe(404);
});
