import { createElement } from "react";
import { describe, expect, test } from "vitest";
import type SignIn from "#emails/sign-in.tsx";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { subjectFor } from "#lib/bookings/letters/meeting.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import { composeMessage, type PlannedMessage } from "#lib/mail/compose.ts";
import { type LetterKind, letterKinds } from "#lib/mail/letters.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { telling } from "./telling.ts";

process.env.DATABASE_URL = "postgres://localhost/none";

const person = { name: "Alex", email: "alex@example.org", zone: "Europe/Lisbon", saysWhen: true };
const meeting = {
  id: "8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  during: { start: Date.UTC(2026, 11, 8, 18), end: Date.UTC(2026, 11, 8, 19) },
  icsUid: "8d1f5d0e@portal.example",
  icsSequence: 0,
  coachName: "Sergio",
};

type Attachment = { filename: string; content: string; content_type: string };
type Body = { subject: string; headers?: Record<string, string>; attachments: Attachment[] };

/** The whole request to Resend for a letter of this kind, calendar entries written out, as it is sealed. */
async function asSent(kind: LetterKind, changes: Partial<PlannedMessage> = {}) {
  const { default: Component } = (await import(`../../emails/${kind.replaceAll("_", "-")}.tsx`)) as {
    default: typeof SignIn;
  };
  const { id, payload } = await composeMessage({
    kind,
    dedupe: kind,
    to: person.email,
    recipientId: meeting.id,
    subject: subjectFor(person, meeting.during),
    attachments: (["REQUEST", "CANCEL"] as const).map((method) =>
      calendarFile(calendarEntry(method, meeting, person, 0)),
    ),
    letter: (sheet) => createElement(Component, { ...Component.PreviewProps, sheet }),
    ...changes,
  });
  const body = JSON.parse(
    unseal(settings().encryptionKeys, payload, payloadPlace(id)).toString("utf8"),
  ) as Body;
  const attachments = body.attachments.map((file) => ({
    ...file,
    content: Buffer.from(file.content, "base64").toString("utf8").replaceAll("\r\n ", ""),
  }));
  return { ...body, attachments };
}

describe.each(letterKinds)("a letter %s, as it is sent", (kind) => {
  test("tells nobody what it is about: neither in words, subject or headers, nor in the calendar or a file's name", async () => {
    const sent = await asSent(kind);
    expect(sent.subject).toBe("Tuesday 8 December, 18:00");
    expect(sent.attachments).toHaveLength(2);
    expect(JSON.stringify(sent)).not.toMatch(telling);
  });
});

test("the subject is the one of all letters unless somebody chose otherwise", async () => {
  const { subject } = await asSent("meeting_tomorrow", {
    subject: subjectFor({ ...person, saysWhen: false }, meeting.during),
  });
  expect(subject).toBe("A note from your portal");
});

test("the check would find a telling word in a subject, a calendar entry or a file's name", async () => {
  const file = { filename: "invite.ics", content: "", contentType: "text/calendar" };
  for (const told of [
    { subject: "Your preparation" },
    { attachments: [{ ...file, content: "SUMMARY:Integration with S." }] },
    { attachments: [{ ...file, filename: "guidance.ics" }] },
  ])
    expect(JSON.stringify(await asSent("booking_confirmed", told))).toMatch(telling);
});

test("what can be switched off says how, in its headers; what always comes does not", async () => {
  for (const kind of ["meeting_soon", "coach_booked", "coach_day"] as const)
    expect((await asSent(kind)).headers?.["List-Unsubscribe"]).toMatch(/^<http.*\/api\/mail\/off\?t=/);
  for (const kind of ["booking_confirmed", "request_unanswered", "sign_in"] as const)
    expect((await asSent(kind)).headers).toBeUndefined();
});
