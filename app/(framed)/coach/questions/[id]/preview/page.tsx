import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SupportPanel } from "#app/ui/questions/support-panel.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { findSet } from "#lib/questions/authoring/queries.ts";
import { settings } from "#lib/running/settings.ts";
import { ShownQuestions } from "./shown-questions.tsx";

export const metadata: Metadata = { title: "As clients see it" };

export default async function QuestionsAsSeen({ params }: PageProps<"/coach/questions/[id]/preview">) {
  const coach = await requireCoach();
  const { id } = await params;
  const [{ name }, set] = await Promise.all([findReader(coach), isUuid(id) ? findSet(coach, id) : undefined]);
  if (!set) notFound();
  return (
    <ShownQuestions
      id={id}
      coachName={name}
      saved={set.versions[0]?.questions ?? []}
      support={<SupportPanel coachName={name} exitTo={settings().quickExitUrl} />}
    />
  );
}
