# language: fr
Fonctionnalité: § 2 – Le choix du nouveau mot de passe
  L’usager saisit et confirme son nouveau mot de passe, puis valide. La règle est rappelée : des chiffres et des lettres,
  ni espaces ni caractères accentués, vingt caractères au minimum.

  « Accepté » et « refusé » s’entendent comme au § 1.3 : par leurs effets, et non par ce que l’écran en dit.

  @MPO-2-15 @AMB-34
  Règle: MPO-2-15 – « Saisissez et confirmez votre nouveau mot de passe »

    Scénario: Deux champs vides attendent le mot de passe et sa confirmation
      Quand l’usager est parvenu à l’écran « nouveau mot de passe »
      Alors il voit un champ pour le nouveau mot de passe et un champ pour sa confirmation
      Et les deux champs de mot de passe sont vides

    Plan du scénario: L’un ne va pas sans l’autre : <saisie>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager saisit <saisie>
      Alors le changement est refusé

      Exemples:
        | saisie                                                        |
        | un mot de passe conforme, sans confirmation                   |
        | une confirmation conforme, sans mot de passe                  |
        | ni mot de passe ni confirmation                               |
        | un mot de passe conforme, le paramètre de confirmation étant omis |
        | une confirmation conforme, le paramètre du mot de passe étant omis |

  @MPO-2-16 @AMB-26
  Règle: MPO-2-16 – « confirmez votre nouveau mot de passe »

    Plan du scénario: Une confirmation différente est refusée : <différence>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme <forme> par le même <différence>
      Alors le changement est refusé

      Exemples:
        | forme                  | différence                                  |
        | 24 lettres et chiffres | dont le dernier caractère change            |
        | 24 lettres et chiffres | dont le premier caractère change            |
        | 24 lettres et chiffres | dont le 21e caractère change                |
        | 80 lettres et chiffres | dont le 65e caractère change                |
        | 80 lettres et chiffres | dont le 73e caractère change                |
        | 24 lettres et chiffres | dont la casse est inversée                  |
        | 24 lettres et chiffres | suivi d’une espace                          |
        | 24 lettres et chiffres | privé de son dernier caractère              |

    Scénario: Deux nombres en notation scientifique ne se confirment pas l’un l’autre
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme « 0e » puis 18 chiffres par un autre de même forme
      Alors le changement est refusé

    Scénario: Une confirmation différente ne fait pas passer un mot de passe refusé
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme 10 lettres et chiffres par 24 lettres et chiffres
      Alors le changement est refusé

    Scénario: Le mot de passe actuel ne passe pas sous une autre confirmation
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme son mot de passe actuel par 24 lettres et chiffres
      Alors le changement est refusé

    Scénario: Après un refus, une saisie conforme est acceptée
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Et que l’usager a proposé 10 lettres et chiffres
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

  @MPO-2-17 @AMB-31
  Règle: MPO-2-17 – « puis cliquez sur le bouton “ Valider ” »

    Scénario: « Valider » est à sa place
      Quand l’usager est parvenu à l’écran « nouveau mot de passe »
      Alors il voit la commande « Valider », prête à servir

    Scénario: Rien ne change tant que « Valider » n’est pas actionné
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager saisit et confirme un mot de passe conforme, sans valider
      Alors rien n’a changé

  @MPO-2-18 @AMB-01 @AMB-02 @AMB-03
  Règle: MPO-2-18 – « Le mot de passe doit être une série de chiffres et de lettres »

    Plan du scénario: Aucun signe n’est admis, en tête, au milieu ni à la fin : <signes>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose tour à tour 24 lettres et chiffres avec <signes>
      Alors chacun est refusé

      Exemples:
        | signes            |
        | « ! »             |
        | « " »             |
        | « # »             |
        | « $ »             |
        | « % »             |
        | « & »             |
        | « ' »             |
        | « ( » ou « ) »    |
        | « * »             |
        | « + »             |
        | « , »             |
        | « - »             |
        | « . »             |
        | « / »             |
        | « : » ou « ; »    |
        | « < » ou « > »    |
        | « = »             |
        | « ? »             |
        | « @ »             |
        | « [ » ou « ] »    |
        | « U+005C »        |
        | « ^ »             |
        | « _ »             |
        | « ` »             |
        | « { » ou « } »    |
        | « U+007C »        |
        | « ~ »             |

    Plan du scénario: Contenir vingt lettres et chiffres ne suffit pas : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même <forme>
      Alors le changement est refusé

      Exemples:
        | forme                                                          |
        | « !! » puis 20 lettres et chiffres puis « !! »                 |
        | 20 lettres et chiffres puis un saut de ligne                   |
        | 20 lettres et chiffres puis un saut de ligne puis « ! »        |
        | « ! » puis un saut de ligne puis 20 lettres et chiffres        |
        | 20 lettres et chiffres puis un caractère nul                   |
        | 20 lettres et chiffres puis « U+1F600 »                        |

    Scénario: Tout mot de passe qui comporte un signe est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais avec un signe, tiré au hasard, est refusé

    @AMB-03
    Scénario: Les lettres et chiffres d’autres alphabets, cas que la fiche ne tranche pas, sont relevés
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose 24 lettres et chiffres avec « α »
      Alors la lecture « AMB-03 » de la cible est relevée

  @MPO-2-19 @AMB-10
  Règle: MPO-2-19 – « ne comportant ni espaces, »

    Plan du scénario: Aucune espace n’est admise, où qu’elle soit : <espaces>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose tour à tour 24 lettres et chiffres avec <espaces>
      Alors chacun est refusé

      Exemples:
        | espaces                                   |
        | une espace                                |
        | deux espaces                              |
        | une tabulation                            |
        | une espace insécable                      |
        | une espace fine insécable                 |
        | une espace fine                           |
        | une espace idéographique                  |
        | une espace sans chasse                    |
        | une marque d’ordre des octets             |

    Plan du scénario: Une espace ne complète pas un mot de passe trop court, et ne se retranche pas : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est refusé

      Exemples:
        | forme                                     |
        | 19 lettres et chiffres puis une espace    |
        | une espace puis 19 lettres et chiffres    |
        | 20 lettres et chiffres puis une espace    |
        | une espace puis 20 lettres et chiffres    |

    Plan du scénario: Un saut de ligne non plus, pour qui écrit sa requête lui-même : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même <forme>
      Alors le changement est refusé

      Exemples:
        | forme                                                                  |
        | 24 lettres et chiffres puis un saut de ligne                           |
        | 24 lettres et chiffres puis un retour chariot                          |
        | 12 lettres et chiffres puis un saut de ligne puis 12 lettres et chiffres |

    Scénario: Tout mot de passe qui comporte une espace est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais avec une espace, tiré au hasard, est refusé

  @MPO-2-20 @AMB-03 @AMB-04
  Règle: MPO-2-20 – « ni caractères accentués, »

    Plan du scénario: Aucun caractère accentué n’est admis, composé ou décomposé : <accents>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose tour à tour 24 lettres et chiffres avec <accents>
      Alors chacun est refusé

      Exemples:
        | accents                                  |
        | « é »                                    |
        | « é » décomposé                          |
        | « è » ou « ê » ou « ë »                  |
        | « à » ou « â » ou « ä »                  |
        | « î » ou « ï »                           |
        | « ô » ou « ö »                           |
        | « ù » ou « û » ou « ü »                  |
        | « ÿ »                                    |
        | « ç »                                    |
        | « ç » décomposé                          |
        | « É » ou « À » ou « Ç »                  |
        | « ñ » ou « å »                           |
        | « ñ » décomposé                          |

    Scénario: Un mot de passe tout en lettres accentuées et chiffres est refusé
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose 12 lettres et chiffres puis « éèêëàâäîïôöùûüÿçñåÉÀÇ »
      Alors le changement est refusé

    Scénario: Tout mot de passe qui comporte un caractère accentué est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais avec un caractère accentué, tiré au hasard, est refusé

  @MPO-2-21 @AMB-09
  Règle: MPO-2-21 – « de 20 caractères au minimum. »

    Plan du scénario: La longueur est jugée par le serveur, quoi que contrôle la page : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même <forme>
      Alors le changement est refusé

      Exemples:
        | forme                  |
        | 2 lettres et chiffres  |
        | 10 lettres et chiffres |
        | 12 lettres et chiffres |
        | 18 lettres et chiffres |
        | 19 lettres et chiffres |

  @MPO-2-22 @AMB-37
  Règle: MPO-2-22 – « Le mot de passe doit être une série de chiffres et de lettres […] de 20 caractères au minimum. »

    Scénario: Si l’écran rappelle la règle, il ne la contredit pas
      Quand l’usager est parvenu à l’écran « nouveau mot de passe »
      Alors la règle affichée, s’il y en a une, n’annonce pas une autre longueur que 20 caractères au minimum
      Et elle n’exige pas de caractère spécial
