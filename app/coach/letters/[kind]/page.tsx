import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findLetter } from "#lib/mail/words/queries.ts";
import { isSpoken, spoken } from "#lib/mail/words/spoken.ts";
import { LetterDesk } from "./letter-desk.tsx";

export const metadata: Metadata = { title: "A letter in your own words" };

export default async function Letter({ params }: { params: Promise<{ kind: string }> }) {
  const coach = await requireCoach();
  const { kind } = await params;
  if (!isSpoken(kind)) notFound();
  const [{ name, zone }, { words, savedAt }] = await Promise.all([
    findReader(coach),
    findLetter(coach, kind),
  ]);
  return (
    <Main>
      <div className="desk-head">
        <div>
          <Link className="plain-link" href="/coach/letters" prefetch={false}>
            All letters
          </Link>
          <h1>{spoken[kind].name}</h1>
          <p className="quiet">It goes out {spoken[kind].when}</p>
        </div>
      </div>
      <LetterDesk
        kind={kind}
        coachName={name}
        zone={zone}
        saved={{ words, savedAt: savedAt === null ? null : new Date(savedAt).toISOString() }}
      />
    </Main>
  );
}
