import type { ReactNode } from "react";
import { Bar } from "#app/(asked)/answering/bar.tsx";
import { NotKept } from "#app/(asked)/answering/not-kept.tsx";
import { Providers } from "#app/(asked)/answering/providers.tsx";
import { Main } from "#app/ui/main.tsx";
import { SupportPanel } from "#app/ui/questions/support-panel.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { settings } from "#lib/running/settings.ts";
import type { HealthQuestions } from "#lib/screening/queries.ts";
import { AnsweringHealth } from "./answering-health.tsx";
import { Flow } from "./flow.tsx";

type ToAnswerProps = { found: HealthQuestions; banner: ReactNode };

/** One question a screen, and at the end all of them, to look over before they are shared. */
export function ToAnswer({ found, banner }: ToAnswerProps) {
  const { coach, standing } = found;
  return (
    <Providers>
      <UnsavedGuard>
        <AnsweringHealth found={found}>
          <Shell who="client" banner={banner} bar={<Bar />}>
            <Main className="asked-page">
              <Flow
                coach={coach}
                isAgain={standing.screeningId !== null}
                support={
                  <SupportPanel
                    coachName={coach.name}
                    exitTo={settings().quickExitUrl}
                    isShared={standing.screeningId !== null}
                  />
                }
              />
            </Main>
          </Shell>
          <NotKept />
        </AnsweringHealth>
      </UnsavedGuard>
    </Providers>
  );
}
