# language: fr
Fonctionnalité: § 1.4 – Étapes de la procédure
  Une seule étape : l’usager entre dans la procédure et en sort avec son nouveau mot de passe, d’une traite.

  @MPO-1.4-1 @AMB-19 @AMB-23 @AMB-28
  Règle: MPO-1.4-1 – « Cette procédure se réalise en une seule étape : “ Mot de passe oublié ”. »

    Scénario: La procédure s’achève sans attendre ni relever son courrier
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

    Scénario: Le nouveau mot de passe sert avant que le courriel soit lu
      Étant donné que l’usager a changé son mot de passe par la procédure
      Et que l’usager n’a ouvert aucun courriel
      Quand l’usager se connecte avec son adresse et son nouveau mot de passe
      Alors l’écran « espace » s’affiche
