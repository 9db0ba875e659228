# language: fr
Fonctionnalité: § 1.2 – À qui s’adresse cette procédure
  La procédure s’adresse au titulaire d’un espace professionnel qui a oublié son mot de passe. Elle ne donne prise sur
  aucun autre compte.

  @MPO-1.2-1
  Règle: MPO-1.2-1 – « Cette procédure s’adresse aux usagers ayant oublié leur mot de passe d’accès à leur espace professionnel. »

    Scénario: Le titulaire d’un espace professionnel change son mot de passe
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

    @opportuniste
    Scénario: Un compte qui n’est pas un espace professionnel n’est pas concerné
      Soit un usager titulaire d’un compte qui n’est pas un espace professionnel
      Quand l’usager tente la procédure de bout en bout
      Alors rien n’a changé
