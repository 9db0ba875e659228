# language: fr
Fonctionnalité: Invariants que la fiche impose sans les écrire – les détours
  L’ordre des écrans et la règle du mot de passe valent « quel que soit le moyen employé ». Qui écrit ses requêtes lui-même
  peut les envoyer par une autre méthode (PUT, GET, HEAD), dans un autre format (JSON au lieu d’un formulaire, ou
  l’inverse), à une autre écriture de la même adresse (majuscules, barre oblique de plus, doublée, lettre codée,
  paramètre « ;a=1 »), ou envoyer deux fois le même champ. Un refus convient toujours, quelle que soit sa forme.

  @MPO-D-1 @AMB-27
  Règle: MPO-D-1 (déduite) – « l’enchaînement des écrans »

    Plan du scénario: Le formulaire du nouveau mot de passe reste sans effet avant la réponse, même envoyé <façon>
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Alice envoie d’elle-même le formulaire du nouveau mot de passe, <façon>
      Alors l’écran « nouveau mot de passe » ne s’ouvre pas pour autant
      Et rien n’a changé

      Exemples:
        | façon                               |
        | par une autre méthode               |
        | dans un autre format                |
        | à une autre écriture de son adresse |

    Plan du scénario: L’écran <visé> ne s’ouvre pas depuis l’écran <atteint> sous une autre écriture de son adresse
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Quand Alice est parvenue à l’écran <atteint>
      Alors aucune autre écriture de l’adresse notée ne lui ouvre l’écran <visé>
      Et rien n’a changé

      Exemples:
        | atteint                   | visé                      |
        | « identification »        | « question de confiance » |
        | « question de confiance » | « nouveau mot de passe »  |
        | « nouveau mot de passe »  | « récapitulatif »         |

  @MPO-D-5
  Règle: MPO-D-5 (déduite) – « une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués »

    Plan du scénario: Le serveur tient la règle, quelle que soit la façon d’envoyer : <façon>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même 19 lettres et chiffres, <façon>
      Alors le changement est refusé

      Exemples:
        | façon                               |
        | par une autre méthode               |
        | dans un autre format                |
        | à une autre écriture de son adresse |

    Plan du scénario: Un champ envoyé deux fois ne fait pas passer ce que la règle refuse : <ordre>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie de lui-même deux valeurs dans chaque champ, <ordre>
      Alors seule la valeur conforme a pu être acceptée

      Exemples:
        | ordre                          |
        | la valeur trop courte d’abord  |
        | la valeur conforme d’abord     |

    Plan du scénario: Insister n’y change rien : <forme>
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager propose deux fois de suite <forme>
      Alors le changement est refusé

      @MPO-1.3-3
      Exemples: longueur
        | forme                  |
        | 19 lettres et chiffres |

      @MPO-1.3-4
      Exemples: réutilisation
        | forme                   |
        | son mot de passe actuel |

    @MPO-2-16
    Scénario: Insister sur une confirmation différente n’y change rien
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager confirme deux fois de suite 24 lettres et chiffres par le même dont le dernier caractère change
      Alors le changement est refusé

  @MPO-D-6
  Règle: MPO-D-6 (déduite) – « à l’aide de votre nouveau mot de passe »

    @MPO-1.3-6
    Scénario: Ce qui a été refusé n’est pas gardé en réserve
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Et que l’usager a proposé 10 lettres et chiffres
      Quand l’usager choisit un mot de passe conforme
      Alors le changement est accepté
