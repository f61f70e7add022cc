import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskedPage } from "#app/(asked)/sessions/[id]/asked/asked-page.tsx";

export const metadata: Metadata = { title: "A few questions" };

export default async function CheckIn({ params }: PageProps<"/sessions/[id]/check-in/[day]">) {
  const { id, day } = await params;
  if (!/^[1-9]\d{0,3}$/.test(day)) notFound();
  return <AskedPage about={{ bookingId: id, kind: "check_in", day: Number(day) }} />;
}
