"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** One store of answers for one visit to the page. On the server it must never outlive a request. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { gcTime: 5 * 60_000 } } }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
