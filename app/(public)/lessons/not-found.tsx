import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";

/** The same for a lesson that is not there and for one that is for others. */
export default function NoSuchLesson() {
  return (
    <Main>
      <PageHead
        title="There is no lesson here"
        lead="It may have moved. Some lessons need signing in, and some are for others. Nothing is wrong with what you did."
      >
        <Actions className="mt-6">
          <ButtonLink look="plain" href="/lessons">
            See the lessons
          </ButtonLink>
          <ButtonLink look="quiet" href="/sign-in">
            Sign in
          </ButtonLink>
        </Actions>
      </PageHead>
    </Main>
  );
}
