/** Words that would tell a bystander what somebody comes here for. */
export const telling =
  /psychedel|guidance|preparation|prepar(e|ing)\b|integrat|\btrips?\b|\bdos(e|es|ing)\b|psilocy|mushroom|ayahuasca|ketamine|mdma|\blsd\b|ceremon|medicine|journey|plant|substance|treatment|therap|trauma|session kind/i;
