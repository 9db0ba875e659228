# language: fr
Fonctionnalité: § 2 – De la page d’accueil à « Mot de passe oublié »
  L’usager part de la page d’accueil du site, gagne l’écran de connexion de l’espace professionnel, et y trouve le lien
  « Mot de passe oublié ».

  @MPO-2-1 @AMB-30
  Règle: MPO-2-1 – « La procédure débute par l’accès à la page d’accueil du site »

    Scénario: La page d’accueil s’ouvre
      Quand un visiteur ouvre la page d’accueil
      Alors l’écran « accueil » s’affiche

    Scénario: Toute la procédure se suit depuis la page d’accueil, de lien en lien
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager suit la procédure de bout en bout depuis la page d’accueil
      Alors le changement est accepté

  @MPO-2-2 @AMB-31
  Règle: MPO-2-2 – « Cliquez sur le bouton “ Votre espace professionnel ” »

    Scénario: La page d’accueil porte « Votre espace professionnel »
      Quand un visiteur ouvre la page d’accueil
      Alors il voit la commande « Votre espace professionnel », prête à servir

  @MPO-2-3 @AMB-30
  Règle: MPO-2-3 – « L’écran ci-dessous vous est ensuite affiché » (connexion)

    Scénario: « Votre espace professionnel » mène à l’écran de connexion
      Étant donné qu’un visiteur a ouvert la page d’accueil
      Quand il clique sur « Votre espace professionnel »
      Alors l’écran « connexion » s’affiche
      Et il voit un champ pour l’identifiant et un champ pour le mot de passe
      Et il voit la commande « Connexion », prête à servir

  @MPO-2-4 @AMB-31
  Règle: MPO-2-4 – « Cliquez sur le lien “ Mot de passe oublié ” »

    Scénario: L’écran de connexion porte le lien « Mot de passe oublié »
      Quand un visiteur est parvenu à l’écran « connexion »
      Alors il voit la commande « Mot de passe oublié », prête à servir

    Scénario: « Mot de passe oublié » ouvre la procédure
      Étant donné qu’un visiteur est parvenu à l’écran « connexion »
      Quand il clique sur « Mot de passe oublié »
      Alors l’écran « identification » s’affiche
