# language: fr
Fonctionnalité: § 2 – La connexion avec le nouveau mot de passe
  Au terme de la procédure, l’usager saisit son identifiant et son nouveau mot de passe, et retrouve son espace.

  @MPO-2-28 @AMB-12
  Règle: MPO-2-28 – « Saisissez votre identifiant et votre nouveau mot de passe »

    Scénario: L’écran de connexion a un champ pour l’identifiant et un champ masqué pour le mot de passe
      Quand un visiteur est parvenu à l’écran « connexion »
      Alors il voit un champ pour l’identifiant et un champ pour le mot de passe
      Et la saisie du mot de passe est masquée

    Plan du scénario: Les deux sont exigés : <adresse>, <mot de passe>
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager se connecte avec <adresse> et <mot de passe>
      Alors l’espace reste fermé

      Exemples:
        | adresse        | mot de passe             |
        | son adresse    | aucun mot de passe       |
        | aucune adresse | son nouveau mot de passe |

    @AMB-12
    Scénario: L’identifiant est l’adresse électronique
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager se connecte avec son adresse et son nouveau mot de passe
      Alors l’écran « espace » s’affiche

  @MPO-2-29 @AMB-31
  Règle: MPO-2-29 – « puis cliquez sur le bouton “ Connexion ” »

    Scénario: « Connexion » ouvre l’espace
      Étant donné que l’usager a changé son mot de passe par la procédure
      Et que l’usager est revenu à l’écran « connexion » depuis la page d’accueil
      Quand l’usager y saisit son identifiant et son nouveau mot de passe
      Alors l’écran « espace » s’affiche
