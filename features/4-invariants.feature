# language: fr
Fonctionnalité: Invariants que la fiche impose sans les écrire
  Ces règles ne sont pas des phrases de la fiche : plusieurs de ses phrases, ensemble, les imposent. Chacune cite celles
  dont elle découle, pour qu’un lecteur puisse la contester.

  @MPO-D-1 @AMB-27
  Règle: MPO-D-1 (déduite) – « l’enchaînement des écrans »

    Plan du scénario: L’écran <visé> ne s’ouvre pas depuis l’écran <atteint>, même à qui en connaît l’adresse
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran <atteint>
      Quand Alice ouvre l’adresse notée de l’écran <visé>
      Alors l’écran <visé> ne s’affiche pas
      Et rien n’a changé

      Exemples:
        | atteint                   | visé                      |
        | « connexion »             | « question de confiance » |
        | « connexion »             | « nouveau mot de passe »  |
        | « connexion »             | « récapitulatif »         |
        | « identification »        | « question de confiance » |
        | « identification »        | « nouveau mot de passe »  |
        | « identification »        | « récapitulatif »         |
        | « question de confiance » | « nouveau mot de passe »  |
        | « question de confiance » | « récapitulatif »         |
        | « nouveau mot de passe »  | « récapitulatif »         |

    Plan du scénario: Le formulaire de l’écran <visé> reste sans effet depuis l’écran <atteint>
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran <atteint>
      Quand Alice envoie d’elle-même le formulaire de l’écran <visé>
      Alors l’écran « nouveau mot de passe » ne s’ouvre pas pour autant
      Et rien n’a changé

      Exemples:
        | atteint                   | visé                      |
        | « connexion »             | « question de confiance » |
        | « connexion »             | « nouveau mot de passe »  |
        | « identification »        | « question de confiance » |
        | « identification »        | « nouveau mot de passe »  |
        | « question de confiance » | « nouveau mot de passe »  |

    Scénario: Répondre pour soi n’ouvre pas l’écran d’un autre dans le même navigateur
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Quand Bruno s’identifie dans le navigateur d’Alice
      Et que Bruno ouvre l’adresse notée de l’écran « nouveau mot de passe » et y choisit un mot de passe, s’il s’affiche
      Alors rien n’a changé pour Bruno

  @MPO-D-2 @AMB-35
  Règle: MPO-D-2 (déduite) – « puis cliquez sur le bouton “ Valider ” »

    Plan du scénario: Rien n’a changé quand la procédure est abandonnée à l’écran <écran>
      Étant donné que l’usager est parvenu à l’écran <écran>
      Quand l’usager abandonne la procédure
      Alors rien n’a changé

      Exemples:
        | écran                     |
        | « identification »        |
        | « question de confiance » |
        | « nouveau mot de passe »  |

    Scénario: « Valider » produit tous ses effets ensemble
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager choisit un mot de passe conforme
      Alors le changement est accepté

    Scénario: Un refus n’en produit aucun
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme 24 lettres et chiffres par un autre de même forme
      Alors le changement est refusé

    @opportuniste
    Scénario: Si le courrier est coupé, l’écran dit vrai, et le courriel suit dès le rétablissement si le changement tient
      Étant donné que le courrier de la cible peut être coupé
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand le courrier de la cible est coupé
      Et que l’usager choisit un mot de passe conforme
      Et que le courrier de la cible est rétabli
      Alors l’écran et les effets s’accordent

    @entrecroisement
    Scénario: Deux « Valider » simultanés ne laissent qu’un mot de passe
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe » dans deux navigateurs
      Quand l’usager y choisit en même temps deux mots de passe conformes différents
      Alors un seul mot de passe ouvre l’espace

  @MPO-D-3
  Règle: MPO-D-3 (déduite) – « votre espace »

    Scénario: Le changement d’Alice laisse intact le compte de Bruno
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et que Bruno a relevé ce que présente son espace
      Quand Alice change son mot de passe par la procédure
      Et que Bruno se connecte avec son adresse et son mot de passe
      Alors l’espace de Bruno présente ce qui avait été relevé
      Et aucun courriel n’est parvenu à Bruno
      Et la question et la réponse de Bruno n’ont pas changé

    @entrecroisement
    Scénario: Deux procédures entremêlées n’échangent rien
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Quand Alice et Bruno changent leur mot de passe en même temps
      Alors le changement d’Alice est accepté
      Et le changement de Bruno est accepté
      Et le récapitulatif de chacun ne parle que de lui

    @entrecroisement
    Scénario: La réponse d’Alice n’avance pas Bruno
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et que Bruno est parvenu à l’écran « question de confiance »
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et qu’Alice a noté l’adresse de chaque écran de la procédure
      Quand Bruno ouvre l’adresse notée de l’écran « nouveau mot de passe »
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé pour Bruno

    Scénario: Ce que le formulaire nomme en cachette ne désigne pas le compte
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Quand Alice envoie le formulaire en y mettant Bruno à sa place
      Alors rien n’a changé pour Bruno

  @MPO-D-4 @AMB-27 @AMB-35
  Règle: MPO-D-4 (déduite) – « Cette procédure »

    Scénario: Actualiser le récapitulatif ne recommence pas le changement
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager affiche de nouveau la page
      Alors rien d’autre n’a changé

    Scénario: Renvoyer le formulaire ne recommence pas le changement
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager renvoie le formulaire avec un autre mot de passe conforme
      Alors rien d’autre n’a changé

    Scénario: Revenir en arrière ne rouvre pas le changement
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager revient en arrière et choisit, s’il le peut, un autre mot de passe
      Alors rien d’autre n’a changé

    Scénario: Un second onglet ne sert pas une seconde fois
      Étant donné que l’usager a ouvert l’écran « nouveau mot de passe » dans deux onglets
      Et que l’usager a changé son mot de passe dans le premier
      Quand l’usager choisit, s’il le peut, un autre mot de passe dans le second
      Alors rien d’autre n’a changé

    Scénario: Se connecter puis se déconnecter ne rend pas l’autorisation
      Étant donné que l’usager a changé son mot de passe par la procédure
      Et que l’usager s’est connecté puis déconnecté dans le même navigateur
      Quand l’usager renvoie le formulaire avec un autre mot de passe conforme
      Alors rien d’autre n’a changé

    Scénario: Un double clic sur « Valider » ne compte qu’une fois
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie deux fois de suite le même choix
      Alors le changement est accepté

  @MPO-D-5
  Règle: MPO-D-5 (déduite) – « une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués »

    Plan du scénario: Le serveur tient la règle, quoi que contrôle la page : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même <forme>
      Alors le changement est refusé

      Exemples:
        | forme                                      |
        | 19 lettres et chiffres                     |
        | 25 lettres sans chiffre                    |
        | 25 chiffres sans lettre                    |
        | 24 lettres et chiffres puis « ! »          |
        | 24 lettres et chiffres puis une espace     |
        | 24 lettres et chiffres puis « é »          |
        | 24 lettres et chiffres puis « é » décomposé |
        | son mot de passe actuel                    |

    Plan du scénario: Le serveur exige deux saisies égales, quoi que contrôle la page : <différence>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même 24 lettres et chiffres, confirmé par le même <différence>
      Alors le changement est refusé

      Exemples:
        | différence                       |
        | dont le dernier caractère change |
        | dont la casse est inversée       |
        | privé de son dernier caractère   |

    Scénario: Le serveur vérifie les caractères de l’image, quoi que contrôle la page
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie en recopiant d’autres caractères, par une requête qu’il écrit lui-même
      Alors sa réponse ne lui ouvre pas l’écran « nouveau mot de passe »
      Et rien n’a changé

  @MPO-D-6 @AMB-10 @AMB-11
  Règle: MPO-D-6 (déduite) – « à l’aide de votre nouveau mot de passe »

    Plan du scénario: Le mot de passe n’est ni tronqué ni transformé : <forme>, <variante>
      Étant donné que l’usager a changé son mot de passe pour <forme>
      Quand l’usager se connecte avec son adresse et <variante>
      Alors l’espace reste fermé

      Exemples:
        | forme                   | variante                                               |
        | 25 lettres et chiffres  | les 20 premiers caractères de son nouveau mot de passe |
        | 25 lettres et chiffres  | son nouveau mot de passe, casse inversée               |
        | 25 lettres et chiffres  | son nouveau mot de passe entouré d’espaces             |

      # AMB-06 : une cible peut déclarer un maximum, d’au moins 64 caractères.
      @opportuniste
      Exemples: plus longs qu’un maximum déclaré
        | forme                   | variante                                               |
        | 80 lettres et chiffres  | les 64 premiers caractères de son nouveau mot de passe |
        | 80 lettres et chiffres  | les 72 premiers caractères de son nouveau mot de passe |
        | 80 lettres et chiffres  | son nouveau mot de passe sans le dernier caractère     |
        | 80 lettres et chiffres  | son nouveau mot de passe suivi d’un chiffre            |

    Scénario: Le mot de passe qui ouvre l’espace est exactement celui qui a été saisi
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme, tiré au hasard, ouvre l’espace tel qu’il a été saisi, et aucune de ses variantes

  @MPO-D-7
  Règle: MPO-D-7 (déduite) – « Si la réponse est correcte »

    @entrecroisement
    Scénario: La réponse est jugée pour le compte identifié, non pour le dernier venu
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et que Bruno est parvenu à l’écran « question de confiance »
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Bruno donne la réponse d’Alice
      Alors l’écran « nouveau mot de passe » ne s’affiche pas pour Bruno
      Et rien n’a changé pour Bruno

    @entrecroisement
    Scénario: Chacun répond pour soi quand deux procédures s’entremêlent
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Et que Bruno est parvenu à l’écran « question de confiance »
      Quand Alice répond à la question de confiance
      Alors l’écran « nouveau mot de passe » s’affiche pour Alice

  @MPO-2-25 @MPO-D-2
  Règle: MPO-2-25 et MPO-D-2 – « Un courriel de confirmation est alors envoyé » : alors, et jamais après coup

    # Le dernier scénario : lui seul attend les courriels en retard, pour tous ceux qui précèdent.
    Scénario: Au terme de la campagne, aucun courriel n’arrive après coup
      Quand l’usager suit la procédure de bout en bout
      Et que les boîtes aux lettres sont restées calmes
      Alors le changement est accepté
