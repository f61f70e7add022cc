import { searchInput } from "#lib/desk/search/input.ts";
import { foundPage } from "#lib/desk/search/plain-page.ts";
import { search } from "#lib/desk/search/queries.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { coachMutation } from "#lib/http.ts";
import { NotFound } from "#lib/refusal.ts";

const asked = coachMutation(searchInput, (coach, { input, now }) => search(coach, input.words, now));

export const POST = orViewerForm(
  asked,
  searchInput,
  { client: "/sessions", coach: "/coach/search" },
  async (viewer, { input, now }) => {
    if (viewer.role !== "coach") throw new NotFound();
    return foundPage(await search(viewer, input.words, now));
  },
);
