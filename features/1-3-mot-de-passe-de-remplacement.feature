# language: fr
Fonctionnalité: § 1.3 – Précision sur le champ de cette procédure
  Le mot de passe de remplacement est au choix de l’usager, dans les bornes que la fiche énonce : des chiffres et des
  lettres, vingt caractères au moins, et autre que le dernier utilisé. Il rend l’accès à tout l’espace.

  Un changement est « accepté » quand, dans cet ordre : le récapitulatif s’affiche ; l’ancien mot de passe n’ouvre plus
  l’espace ; le nouveau l’ouvre ; un seul courriel est parvenu, à l’adresse du compte ; un autre compte est resté intact.
  Il est « refusé » quand : le récapitulatif ne s’affiche pas ; l’ancien mot de passe ouvre toujours l’espace ; celui qui
  a été proposé ne l’ouvre pas ; aucun courriel n’est parvenu à personne ; un autre compte est resté intact.

  Les mots de passe sont décrits par leur forme ; leurs caractères sont tirés pour chaque compte et ne sont pas publiés.

  @MPO-1.3-1 @AMB-05 @AMB-06 @AMB-38
  Règle: MPO-1.3-1 – « Le choix du mot de passe de remplacement est à votre libre convenance. »

    Plan du scénario: L’usager choisit librement <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est accepté

      Exemples: longueurs
        | forme                     |
        | 20 lettres et chiffres    |
        | 21 lettres et chiffres    |
        | 37 lettres et chiffres    |
        | 64 lettres et chiffres    |
        | 72 lettres et chiffres    |
        | 73 lettres et chiffres    |
        | 128 lettres et chiffres   |

      Exemples: compositions
        | forme                                              |
        | 24 minuscules et chiffres                          |
        | 24 majuscules et chiffres                          |
        | 19 lettres puis 1 chiffre                          |
        | 1 chiffre puis 19 lettres                          |
        | 19 chiffres puis 1 lettre                          |
        | 1 lettre puis 19 chiffres                          |
        | un chiffre en tête et 24 lettres et chiffres       |
        | une lettre en tête et 24 lettres et chiffres       |
        | trois fois le même caractère puis 20 lettres et chiffres |
        | 14 lettres puis les chiffres de 2 puissance 31     |
        | 5 lettres puis les chiffres de 2 puissance 63      |

    Scénario: Tout mot de passe conforme est accepté
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme, tiré au hasard, est accepté

    Scénario: Aucun mot de passe n’est imposé ni soufflé à l’usager
      Quand l’usager est parvenu à l’écran « nouveau mot de passe »
      Alors les deux champs de mot de passe sont vides

  @MPO-1.3-2 @AMB-01 @AMB-02 @AMB-03
  Règle: MPO-1.3-2 – « Il doit cependant être composé d’une série de chiffres et de lettres »

    Plan du scénario: Il faut des chiffres et des lettres, et rien d’autre : <forme> est refusé
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est refusé

      Exemples:
        | forme                               |
        | 25 lettres sans chiffre             |
        | 25 minuscules sans chiffre          |
        | 25 chiffres sans lettre             |
        | 24 lettres et chiffres puis « ! »   |
        | 24 lettres et chiffres puis « - »   |
        | 24 lettres et chiffres puis « _ »   |
        | 24 lettres et chiffres puis « @ »   |

    Plan du scénario: Un seul chiffre, ou une seule lettre, suffit : <forme> est accepté
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est accepté

      Exemples:
        | forme                     |
        | 19 lettres puis 1 chiffre |
        | 19 chiffres puis 1 lettre |

    Scénario: Tout mot de passe sans chiffre est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais sans chiffre, tiré au hasard, est refusé

    Scénario: Tout mot de passe sans lettre est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais sans lettre, tiré au hasard, est refusé

  @MPO-1.3-3 @AMB-09 @AMB-10
  Règle: MPO-1.3-3 – « et comporter 20 caractères au minimum. »

    Plan du scénario: En deçà de vingt caractères : <forme> est refusé
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est refusé

      Exemples:
        | forme                                      |
        | 2 lettres et chiffres                      |
        | 10 lettres et chiffres                     |
        | 12 lettres et chiffres                     |
        | 18 lettres et chiffres                     |
        | 19 lettres et chiffres                     |
        | 19 lettres et chiffres puis une espace     |

    Plan du scénario: À partir de vingt caractères : <forme> est accepté
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose <forme>
      Alors le changement est accepté

      Exemples:
        | forme                  |
        | 20 lettres et chiffres |
        | 21 lettres et chiffres |

    Scénario: Tout mot de passe trop court est refusé
      Soit un usager titulaire d’un espace professionnel
      Alors tout mot de passe conforme mais trop court, tiré au hasard, est refusé

  @MPO-1.3-4 @AMB-07 @AMB-08
  Règle: MPO-1.3-4 – « Il doit être différent du dernier mot de passe utilisé. »

    Scénario: Le mot de passe en vigueur est refusé
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose son mot de passe actuel
      Alors le changement est refusé

    Plan du scénario: Un mot de passe qui diffère d’un rien est accepté : <actuel>, <différence>
      Étant donné que l’usager a changé son mot de passe pour <actuel>
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose son mot de passe actuel <différence>
      Alors le changement est accepté

      Exemples:
        | actuel                 | différence                         |
        | 24 lettres et chiffres | dont le premier caractère change   |
        | 24 lettres et chiffres | dont le dernier caractère change   |
        | 24 lettres et chiffres | suivi d’un chiffre                 |

      # AMB-06 : une cible peut déclarer un maximum, d’au moins 64 caractères.
      @opportuniste
      Exemples: plus longs qu’un maximum déclaré
        | actuel                 | différence                         |
        | 80 lettres et chiffres | dont le dernier caractère change   |
        | 80 lettres et chiffres | suivi d’un chiffre                 |

    @AMB-07
    Scénario: Le changement de casse fait un autre mot de passe
      Étant donné que l’usager a changé son mot de passe pour 24 lettres et chiffres
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose son mot de passe actuel dont la casse est inversée
      Alors le changement est accepté selon la lecture « AMB-07 »

    Scénario: Deux nombres écrits en notation scientifique ne sont pas un même mot de passe
      Étant donné que l’usager a changé son mot de passe pour « 0e » puis 18 chiffres
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose « 0e » puis 18 chiffres
      Alors le changement est accepté

    @AMB-08
    Scénario: Le dernier mot de passe est celui que la procédure vient de fixer
      Étant donné que l’usager a changé son mot de passe pour 24 lettres et chiffres
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose son mot de passe actuel
      Alors le changement est refusé selon la lecture « AMB-08 »

    @AMB-08
    Scénario: L’avant-dernier mot de passe peut resservir
      Étant donné que l’usager a changé son mot de passe pour 24 lettres et chiffres
      Et que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose son avant-dernier mot de passe
      Alors le changement est accepté selon la lecture « AMB-08 »

  @MPO-1.3-5
  Règle: MPO-1.3-5 – « À l’issue de cette procédure, tous les dossiers et services de votre espace seront à nouveau accessibles »

    Scénario: L’espace rouvert est celui qui avait été quitté
      Soit un usager titulaire d’un espace professionnel
      Et que l’usager a relevé ce que présente son espace
      Quand l’usager change son mot de passe par la procédure
      Et l’usager se connecte avec son adresse et son nouveau mot de passe
      Alors son espace présente ce qui avait été relevé

    @opportuniste
    Scénario: Tous les dossiers et services déclarés sont accessibles, et eux seuls
      Soit un usager titulaire d’un espace professionnel dont les services sont connus
      Quand l’usager change son mot de passe par la procédure
      Et l’usager se connecte avec son adresse et son nouveau mot de passe
      Alors son espace présente ses services et ses dossiers, et aucun autre
      Et chacun de ses services s’ouvre depuis son espace

  @MPO-1.3-6 @AMB-11 @AMB-12 @AMB-13
  Règle: MPO-1.3-6 – « au moyen de votre adresse électronique et de votre nouveau mot de passe. »

    Scénario: L’adresse et le nouveau mot de passe ouvrent l’espace dans un autre navigateur
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager se connecte, dans un autre navigateur, avec son adresse et son nouveau mot de passe
      Alors l’écran « espace » s’affiche

    Plan du scénario: Ce qui ressemble au nouveau mot de passe n’ouvre rien : <variante>
      Étant donné que l’usager a changé son mot de passe pour 25 lettres et chiffres
      Quand l’usager se connecte avec son adresse et <variante>
      Alors l’espace reste fermé

      Exemples:
        | variante                                     |
        | son nouveau mot de passe, casse inversée     |
        | son nouveau mot de passe, tout en minuscules |
        | les 20 premiers caractères de son nouveau mot de passe |
        | son nouveau mot de passe sans le dernier caractère |
        | son nouveau mot de passe suivi d’un chiffre  |

  @MPO-1.3-7
  Règle: MPO-1.3-7 (déduite) – « Le choix du mot de passe de remplacement »

    Scénario: Le nouveau mot de passe remplace l’ancien, sans délai ni sursis
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager se connecte avec son adresse et son ancien mot de passe
      Alors l’espace reste fermé

    Scénario: L’ancien mot de passe ne revient pas après la première connexion
      Étant donné que l’usager a changé son mot de passe par la procédure
      Et que l’usager s’est connecté avec son nouveau mot de passe
      Quand l’usager se connecte avec son adresse et son ancien mot de passe
      Alors l’espace reste fermé
