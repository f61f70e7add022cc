import { type ComponentType, createElement } from "react";
import { describe, expect, test } from "vitest";
import ArcCancelled, { type ArcCancelledProps } from "#emails/arc-cancelled.tsx";
import ArcConfirmed from "#emails/arc-confirmed.tsx";
import ArcMoved, { type ArcMovedProps } from "#emails/arc-moved.tsx";
import ArcRequested from "#emails/arc-requested.tsx";
import { written } from "#emails/written.ts";

async function read<Props extends object>(
  Component: ComponentType<Props> & { PreviewProps: Props },
  props?: Partial<Props>,
) {
  return (await written(createElement(Component, { ...Component.PreviewProps, ...props }))).text;
}

test("the letter about several times reads well as plain text", async () => {
  expect(await read(ArcConfirmed)).toBe(`Hello Alex,

Your times with Sergio are confirmed.

It is good that this works out.

Tuesday 8 December, 10:00 to 18:00

Thursday 10 December, 18:00 to 19:00

These are in Lisbon time (Europe/Lisbon).

Open these meetings:
https://portal.example/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d

The files with this mail put them into your calendar, in words that tell nobody what they are about.

If a time stops suiting you, you can move or cancel it on its page. No reason is needed, and nobody minds.

--

You get this because a time was booked. Mail about bookings is always sent.

Messages are read on set days. Nobody watches this mail or the portal around the clock. If you need someone now: Support now: https://portal.example/support
`);
});

describe("a letter about one time only", () => {
  const times = ["Tuesday 8 December, 10:00 to 18:00"];

  test("speaks of one", async () => {
    expect(await read(ArcRequested, { times })).toContain("You asked Sergio for this time.");
    expect(await read(ArcRequested, { times })).toContain("It is kept for you until Sergio answers.");
    expect(await read(ArcConfirmed, { times })).toContain("Your time with Sergio is confirmed.");
    expect(await read(ArcConfirmed, { times })).toContain("This is in Lisbon time (Europe/Lisbon).");
  });
});

describe("the letter about times that are off", () => {
  test.each([
    [true, true, "You cancelled these times with Sergio."],
    [false, true, "Sergio cancelled these times with you."],
    [true, false, "You took back your wish for these times with Sergio."],
    [false, false, "Sergio cancelled these times with you."],
  ])(
    "says who did it (by the reader: %s) and what it was (confirmed: %s)",
    async (byReader, wasConfirmed, words) => {
      const text = await read<ArcCancelledProps>(ArcCancelled, { byReader, wasConfirmed });
      expect(text).toContain(words);
      expect(text.includes("take them out of your calendar")).toBe(wasConfirmed);
    },
  );

  test("names what stays, if anything does", async () => {
    expect(await read(ArcCancelled)).toContain("This stays as it was:\n\nTuesday 1 December, 10:00 to 11:15");
    expect(await read(ArcCancelled, { stays: [] })).not.toContain("stays as it was");
  });
});

test("the letter about moved times names what moved, what went and what stays", async () => {
  const text = await read(ArcMoved);
  expect(text).toContain(
    "You moved times with Sergio.\n\nThat is all right.\n\nNow it is:\n\nTuesday 8 December",
  );
  expect(text).toContain("This is cancelled along with it:\n\nTuesday 15 December, 18:00 to 19:00");
  expect(text).toContain("This stays as it was:\n\nTuesday 1 December, 10:00 to 11:15");
  const bare = await read<ArcMovedProps>(ArcMoved, { went: [], stays: [], byReader: false });
  expect(bare).toContain("Sergio moved times with you.");
  expect(bare).not.toMatch(/cancelled along|stays as/);
});
