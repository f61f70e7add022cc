import { type ComponentType, createElement } from "react";
import { render } from "react-email";
import { describe, expect, test } from "vitest";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import SignIn from "#emails/sign-in.tsx";
import { written } from "#emails/written.ts";
import { letterKinds } from "#lib/mail/letters.ts";
import { gradeOf } from "#tests/copy/reading-level.ts";
import { telling } from "./telling.ts";

/** Each kind of letter with its file: "coach_booked" is written in "coach-booked.tsx". */
const letters = await Promise.all(
  letterKinds.map(async (kind) => {
    const file = kind.replaceAll("_", "-");
    const { default: Component } = (await import(`../../emails/${file}.tsx`)) as { default: typeof SignIn };
    return [kind, Component] as const;
  }),
);

function write<Props extends object>(
  Component: ComponentType<Props> & { PreviewProps: Props },
  props?: Partial<Props>,
) {
  return written(createElement(Component, { ...Component.PreviewProps, ...props }));
}

describe.each(letters)("the letter %s", (_, Component) => {
  const writeIt = () => write(Component);

  test("is what react-email makes of it, but for marks that only a browser's React would read", async () => {
    const { html } = await writeIt();
    const theirs = await render(createElement(Component, Component.PreviewProps));
    expect(theirs).toMatch(/<!-- -->/);
    expect(html).toBe(theirs.replace(/<!--( |\/?\$|html|head|body)-->/g, ""));
  });

  test("says nothing that tells a bystander what it is about", async () => {
    const { html, text } = await writeIt();
    expect(html).not.toMatch(telling);
    expect(text).not.toMatch(telling);
  });

  test("asks for no more than eight years of school", async () => {
    const { text } = await writeIt();
    const said = text.split(/\n+/).filter((line) => !line.includes("https://"));
    expect(gradeOf(said)).toBeLessThanOrEqual(8);
  });

  test("has the same title and preview as every other", async () => {
    const { html } = await writeIt();
    expect(html).toContain("<title>A note from your portal</title>");
    expect(html).toMatch(
      /display:none[^>]*data-skip-in-text="true"[^>]*>You have a note\.|data-skip-in-text="true"[^>]*>You have a note\./,
    );
  });

  test("loads nothing and counts nobody", async () => {
    const { html } = await writeIt();
    expect(html).not.toMatch(/<img|<script|<link|<iframe|<object|url\(|@import|background=/i);
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/portal\.example\//);
  });

  test("can be read in the dark", async () => {
    const { html } = await writeIt();
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("prefers-color-scheme:dark");
  });

  test("writes each address out for those whose mail shows no buttons", async () => {
    const { html, text } = await writeIt();
    for (const [, address] of html.matchAll(/href="([^"]*)"/g))
      expect(text).toContain(address?.replaceAll("&amp;", "&"));
    expect(text).not.toMatch(/<[a-z/]|&[a-z#\d]+;|\u00a0|\u200b|\n{4}/i);
  });

  test("keeps to plain words", async () => {
    const { text } = await writeIt();
    expect(text).not.toContain("!");
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
  });
});

test("the check for telling words finds one", async () => {
  const { text } = await write(BookingConfirmed, { where: "Preparation for the ceremony" });
  expect(text).toMatch(telling);
});

test("a name cannot become markup", async () => {
  const { html, text } = await write(BookingConfirmed, { name: `<img src=x onerror=alert(1)> "Al"` });
  expect(html).not.toContain("<img");
  expect(text).toContain(`Hello <img src=x onerror=alert(1)> "Al",`);
});

test("the confirmation reads well as plain text", async () => {
  const { text } = await write(BookingConfirmed);
  expect(text).toBe(`Hello Alex,

Your time with Sergio is confirmed.

It is good that this works out.

Tuesday, 18:00
8 December 2026, until 19:15
Lisbon time (Europe/Lisbon)
75 minutes
By video. The link is on the page.

Open this meeting:
https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d

There you can join by video from 17:00, and see what might help before.

The file with this mail puts it into your calendar, in words that tell nobody what it is about.

If the time stops suiting you, you can move or cancel it on that page until Monday 7 December, 18:00, Lisbon time. No reason is needed. After that, please write to Sergio.

--

You get this because a time was booked. Mail about bookings is always sent.

Messages are read on set days. Nobody watches this mail or the portal around the clock. If you need someone now: Support now: https://portal.example/support
`);
});

test("a sign-in letter gives the code on a line of its own", async () => {
  const { text } = await write(SignIn);
  expect(text).toContain("\n\nK7M2QX\n\n");
});
