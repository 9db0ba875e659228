# language: fr
Fonctionnalité: § 1.1 – Objet de la fiche
  L’usager professionnel accède à ses services depuis son espace, avec son adresse électronique et son mot de passe.
  S’il a oublié ce mot de passe, la procédure « Mot de passe oublié » lui rend cet accès.

  @MPO-1.1-1
  Règle: MPO-1.1-1 – « Les usagers professionnels […] peuvent accéder à leurs services en ligne depuis leur espace. »

    Scénario: Le titulaire d’un espace y accède
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager se connecte avec son adresse et son mot de passe
      Alors l’écran « espace » s’affiche

    @opportuniste
    Scénario: Chacun de ses services s’ouvre depuis son espace
      Soit un usager titulaire d’un espace professionnel dont les services sont connus
      Quand l’usager se connecte avec son adresse et son mot de passe
      Alors son espace présente ses services et ses dossiers, et aucun autre
      Et chacun de ses services s’ouvre depuis son espace

  @MPO-1.1-2 @AMB-12 @AMB-13
  Règle: MPO-1.1-2 – « L’accès des usagers à leur espace nécessite une adresse électronique et un mot de passe. »

    Scénario: L’adresse et le mot de passe, ensemble, ouvrent l’espace
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager se connecte avec son adresse et son mot de passe
      Alors l’écran « espace » s’affiche

    Plan du scénario: L’un sans l’autre n’ouvre rien : <adresse>, <mot de passe>
      Soit un usager titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Quand l’usager se connecte avec <adresse> et <mot de passe>
      Alors l’espace reste fermé

      Exemples:
        | adresse            | mot de passe           |
        | son adresse        | aucun mot de passe     |
        | aucune adresse     | son mot de passe       |
        | aucune adresse     | aucun mot de passe     |
        | son adresse        | un autre mot de passe  |
        | l’adresse de Bruno | son mot de passe       |

    Scénario: L’espace ne s’ouvre pas à qui ne s’est pas connecté
      Soit un usager titulaire d’un espace professionnel
      Et que l’usager a noté l’adresse de son espace
      Quand un visiteur ouvre l’adresse notée sans se connecter
      Alors l’espace de l’usager reste fermé au visiteur

    Scénario: Après la procédure, l’adresse seule ne suffit toujours pas
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager se connecte avec son adresse et aucun mot de passe
      Alors l’espace reste fermé

  @MPO-1.1-3
  Règle: MPO-1.1-3 – « En cas d’oubli du mot de passe, les usagers peuvent suivre la procédure du “ Mot de passe oublié ”. »

    Scénario: La procédure se suit de bout en bout sans connaître l’ancien mot de passe
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté
      Et aucun écran ne lui a demandé l’ancien mot de passe

  @MPO-1.1-5 @opportuniste
  Règle: MPO-1.1-5 – « L’ensemble des fiches FOCUS est disponible sur le site […] > Votre espace professionnel > Aide »

    Scénario: L’écran de connexion mène à l’aide
      Étant donné que la cible présente une aide
      Et que l’usager est parvenu à l’écran « connexion »
      Quand l’usager clique sur « Aide »
      Alors une page d’aide s’affiche
