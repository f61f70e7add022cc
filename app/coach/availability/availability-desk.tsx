"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { UnsavedGuard } from "#app/unsaved.tsx";

/** What all sections of the page share: what is asked of the server, and what is not saved yet. */
export function AvailabilityDesk({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queries}>
      <UnsavedGuard>
        <div className="desk-form">{children}</div>
      </UnsavedGuard>
    </QueryClientProvider>
  );
}
