import { clientMutation } from "#lib/http.ts";
import { searchInput } from "#lib/reflections/journal/input.ts";
import { searchEntries } from "#lib/reflections/journal/search.ts";

// Looking changes nothing; what is looked for stands in no address and in no log.
export const POST = clientMutation(searchInput, (client, { input }) => searchEntries(client, input.words));
