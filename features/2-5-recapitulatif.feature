# language: fr
Fonctionnalité: § 2 – Le récapitulatif
  « Valider » mène de lui-même au récapitulatif, d’où l’usager rejoint ses services avec son nouveau mot de passe.

  @MPO-2-23 @AMB-20 @AMB-21
  Règle: MPO-2-23 – « vous êtes automatiquement dirigé vers le récapitulatif »

    Scénario: Une saisie conforme mène au récapitulatif, sans autre action
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager choisit un mot de passe conforme
      Alors l’écran « récapitulatif » s’affiche de lui-même
      Et le changement est accepté

    Scénario: Une saisie refusée n’y mène pas
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose 10 lettres et chiffres
      Alors l’écran « récapitulatif » ne s’affiche pas
      Et le changement est refusé

  @MPO-2-24 @AMB-20 @AMB-22
  Règle: MPO-2-24 – « à partir duquel vous pouvez accéder à vos services en ligne à l’aide de votre nouveau mot de passe. »

    # Les écrans et le courriel de ce parcours illustrent le rapport.
    @ecrans
    Scénario: Du récapitulatif, l’usager gagne ses services avec son nouveau mot de passe
      Étant donné que l’usager est parvenu à l’écran « récapitulatif »
      Quand l’usager rejoint l’écran de connexion par le récapitulatif
      Et l’usager y saisit son identifiant et son nouveau mot de passe
      Alors l’écran « espace » s’affiche

    @AMB-22
    Scénario: Aucun service ne s’ouvre avant la saisie du nouveau mot de passe
      Étant donné que l’usager a noté l’adresse de son espace
      Et que l’usager est parvenu à l’écran « récapitulatif »
      Quand l’usager ouvre l’adresse notée de l’écran « espace »
      Alors l’espace reste fermé selon la lecture « AMB-22 »
