import type { Route } from "next";
import type { ReactNode } from "react";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Shell } from "#app/ui/shell.tsx";
import type { ScreeningStanding } from "#lib/screening/standing.ts";
import { standingWords } from "#lib/screening/words.ts";
import { BarHome } from "./bar-home.tsx";
import { pathFor } from "./paths.ts";

type Coach = { id: string; name: string; standing: ScreeningStanding };

/** With whom the answers are to be shared. Each coach reads their own, and no other. */
export function ChooseCoach({ coaches, banner }: { coaches: Coach[]; banner: ReactNode }) {
  return (
    <Shell who="client" banner={banner} bar={<BarHome />}>
      <Main>
        <PageHead title="Your questions" tight />
        {coaches.length === 0 ? (
          <p>
            There is nothing to answer yet. Once you meet with somebody here, their questions are on this
            page.
          </p>
        ) : (
          <>
            <p className="mb-4 measure">
              With whom would you like to share your answers? Each reads only their own.
            </p>
            <Rows>
              {coaches.map(({ id, name, standing }) => (
                <Row key={id} href={pathFor(id) as Route} title={name} more={standingWords(standing, name)} />
              ))}
            </Rows>
          </>
        )}
      </Main>
    </Shell>
  );
}
