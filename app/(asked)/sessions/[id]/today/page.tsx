import type { Metadata } from "next";
import { AskedPage } from "#app/(asked)/sessions/[id]/asked/asked-page.tsx";

export const metadata: Metadata = { title: "A few questions" };

export default async function Today({ params }: PageProps<"/sessions/[id]/today">) {
  const { id } = await params;
  return <AskedPage about={{ bookingId: id, kind: "guidance_day", day: null }} />;
}
