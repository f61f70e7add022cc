import type { Metadata } from "next";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { settings } from "#lib/running/settings.ts";

export const metadata: Metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <Shell who="anyone" banner={settings().demo && <DemoBanner />}>
      <Main>
        <PageHead
          title="There is nothing here"
          lead="The page may have moved, or it may belong to someone else. Nothing is wrong with what you did."
        >
          <Actions className="mt-6">
            <ButtonLink look="plain" href="/">
              Go to the first page
            </ButtonLink>
          </Actions>
        </PageHead>
      </Main>
    </Shell>
  );
}
