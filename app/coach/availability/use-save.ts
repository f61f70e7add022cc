"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { sendJson } from "#app/send.ts";

type Answer = { status: string; id?: string };

/** Sends one section to the server. What a client would see, and the rest of the page, are read anew afterwards. */
export function useSave<Body>(path: string) {
  const queries = useQueryClient();
  const router = useRouter();
  const saving = useMutation({
    mutationFn: (body: Body) => sendJson<Answer>(path, body),
    // Without a line it should say so at once, not wait for one.
    networkMode: "always",
    onSuccess: (sent) => {
      if (!sent.ok) return;
      void queries.invalidateQueries({ queryKey: ["preview"] });
      router.refresh();
    },
  });
  return {
    save: async (body: Body) => {
      const sent = await saving.mutateAsync(body);
      return sent.ok ? sent.data : undefined;
    },
    forget: saving.reset,
    isSaving: saving.isPending,
    isSaved: saving.data?.ok ?? false,
    error: saving.data?.ok === false ? saving.data.error : undefined,
  };
}
