import type { Metadata } from "next";
import { Main } from "#app/ui/main.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { requireOwner } from "#lib/auth/viewer.ts";
import { LineForm } from "../line-form.tsx";

export const metadata: Metadata = { title: "Add a line" };

export default async function NewLine() {
  await requireOwner();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Add a line</h1>
          <p className="quiet">It is hidden until you have checked it.</p>
        </div>
      </div>
      <UnsavedGuard>
        <LineForm
          line={{
            ...{ name: "", whatHappens: "", hoursText: "", hoursVerified: false },
            ...{ ways: [{ kind: "call", to: "", words: "" }], sourceUrl: "", position: 50 },
          }}
        />
      </UnsavedGuard>
    </Main>
  );
}
