import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailComesBack } from "#app/(client)/mail-comes-back.tsx";
import { DemoBanner } from "#app/ui/banner.tsx";
import { ownFailingAddress, requireClient } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { NotFound } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { findHealthQuestions, listScreenings } from "#lib/screening/queries.ts";
import { ChooseCoach } from "./choose-coach.tsx";
import { ToAnswer } from "./to-answer.tsx";
import { WhatStands } from "./what-stands.tsx";

export const metadata: Metadata = { title: "Your questions" };

export default async function Questions({ searchParams }: PageProps<"/questions">) {
  const client = await requireClient();
  const now = Date.now();
  const { with: asked, change } = await searchParams;
  const [coaches, address] = await Promise.all([listScreenings(client, now), ownFailingAddress()]);
  const banner = (
    <>
      {settings().demo && <DemoBanner />}
      {address && <MailComesBack address={address} />}
    </>
  );
  const chosen = asked ?? (coaches.length === 1 ? coaches[0]?.id : undefined);
  if (chosen === undefined) return <ChooseCoach coaches={coaches} banner={banner} />;
  if (typeof chosen !== "string" || !isUuid(chosen)) notFound();
  const found = await findHealthQuestions(client, chosen.toLowerCase(), now).catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const page = { found, banner, now };
  return found.standing.screeningId && change === undefined ? (
    <WhatStands {...page} />
  ) : (
    <ToAnswer {...page} />
  );
}
