import type { Metadata } from "next";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { SearchForm } from "./search-form.tsx";

export const metadata: Metadata = { title: "Search" };

export default async function Search() {
  await requireCoach();
  return (
    <Main>
      <PageHead title="Search" tight>
        <p className="quiet">
          Clients by name or address, and sessions by their day. Nothing that anybody wrote is looked in.
        </p>
      </PageHead>
      <SearchForm />
    </Main>
  );
}
