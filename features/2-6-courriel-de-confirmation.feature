# language: fr
Fonctionnalité: § 2 – Le courriel de confirmation
  Le changement accompli, un courriel le confirme, dans la boîte de l’usager et dans aucune autre.

  @MPO-2-25 @AMB-23
  Règle: MPO-2-25 – « Un courriel de confirmation est alors envoyé »

    Scénario: Un courriel, un seul, suit le changement
      Étant donné que l’usager a changé son mot de passe par la procédure
      Alors un courriel, et un seul, est parvenu à l’usager

    Plan du scénario: Aucun courriel ne précède « Valider » : à l’écran <écran>
      Quand l’usager est parvenu à l’écran <écran>
      Alors aucun courriel n’est parvenu à personne

      Exemples:
        | écran                    |
        | « identification »       |
        | « question de confiance » |
        | « nouveau mot de passe » |

    Plan du scénario: Aucun courriel ne suit un refus : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors aucun courriel n’est parvenu à personne
      Et le changement est refusé

      Exemples:
        | forme                   |
        | 10 lettres et chiffres  |
        | son mot de passe actuel |

    Scénario: Aucun courriel ne suit une mauvaise réponse
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond un autre mot
      Alors aucun courriel n’est parvenu à personne

    Scénario: Aucun courriel ne part vers une adresse inconnue
      Soit Alice, titulaire d’un espace professionnel
      Quand Alice s’identifie avec une adresse inconnue
      Alors aucun courriel n’est parvenu à personne

  @MPO-2-26 @AMB-13 @AMB-25
  Règle: MPO-2-26 – « dans votre boite aux lettres électronique »

    Scénario: Le courriel n’a qu’un destinataire, l’usager
      Étant donné que l’usager a changé son mot de passe par la procédure
      Alors le courriel est adressé à l’usager, et à lui seul

    Scénario: Deux changements menés de front donnent à chacun son courriel
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Quand Alice et Bruno changent leur mot de passe en même temps
      Alors le changement d’Alice est accepté
      Et le changement de Bruno est accepté
      Et chaque courriel ne parle que de son destinataire

  @MPO-2-27 @AMB-23 @AMB-24
  Règle: MPO-2-27 – « Un courriel de confirmation »

    Scénario: Le courriel parle, en français, du changement de mot de passe
      Étant donné que l’usager a changé son mot de passe par la procédure
      Alors le courriel a un objet et un texte
      Et le courriel parle en français du mot de passe
      Et le courriel ne laisse paraître aucun champ de gabarit

    Scénario: Le courriel ne porte aucun secret
      Étant donné que l’usager a changé son mot de passe par la procédure
      Alors le courriel ne contient ni mot de passe ni réponse
