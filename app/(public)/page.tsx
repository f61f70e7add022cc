import { Main, PageHead } from "#app/ui/main.tsx";

export default function Home() {
  return (
    <Main>
      <PageHead title="Steady company" lead="x" />
    </Main>
  );
}
