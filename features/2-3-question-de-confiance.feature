# language: fr
Fonctionnalité: § 2 – La question de confiance
  Une fois identifié, l’usager voit sa question et y répond. La bonne réponse, et elle seule, ouvre le choix d’un nouveau
  mot de passe.

  @MPO-2-10 @AMB-27
  Règle: MPO-2-10 – « Vous devez ensuite saisir la réponse à votre question de confiance. »

    Scénario: La question vient après l’identification
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie
      Alors l’écran « question de confiance » s’affiche

    Scénario: Connaître l’adresse de l’écran suivant ne dispense pas de répondre
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Alice ouvre l’adresse notée de l’écran « nouveau mot de passe »
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

    Scénario: Envoyer le formulaire de l’écran suivant ne dispense pas de répondre
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Alice envoie d’elle-même le formulaire de l’écran « nouveau mot de passe »
      Alors le changement est refusé

  @MPO-2-11 @AMB-14 @AMB-33
  Règle: MPO-2-11 – « la question de confiance affichée »

    Scénario: La question affichée est celle du compte
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie
      Alors sa question de confiance est affichée

    Scénario: Chacun voit sa question quand deux procédures s’entremêlent
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel dont la question est différente
      Et qu’Alice est parvenue à l’écran « identification »
      Et que Bruno est parvenu à l’écran « identification »
      Quand Alice s’identifie
      Et que Bruno s’identifie
      Et qu’Alice affiche de nouveau la page
      Alors la question de confiance d’Alice lui est affichée
      Et la question de confiance de Bruno lui est affichée

    Scénario: Un second usager du même navigateur voit sa propre question
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel dont la question est différente
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Bruno s’identifie dans le navigateur d’Alice
      Alors la question de confiance de Bruno lui est affichée

    Scénario: Une adresse inconnue ne fait pas paraître la question du dernier venu
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel dont la question est différente
      Quand une même adresse inconnue est saisie après le passage d’Alice, puis après celui de Bruno
      Alors ce n’est pas chaque fois la question du dernier venu qui paraît

    @opportuniste
    Plan du scénario: La question est affichée mot pour mot : <particularité>
      Soit un usager titulaire d’un espace professionnel <particularité>
      Quand l’usager s’identifie
      Alors sa question de confiance est affichée

      Exemples:
        | particularité                                        |
        | dont la question porte accents et apostrophe         |
        | dont la question porte des signes de balisage        |
        | dont la question dépasse 200 caractères              |

    @opportuniste
    Scénario: Deux comptes qui ont la même question gardent chacun leur réponse
      Soit Alice, titulaire d’un espace professionnel dont un autre compte a la même question
      Et Bruno, titulaire d’un autre espace professionnel dont la question est la même
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Alice donne la réponse de Bruno
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

  @MPO-2-12 @AMB-17 @AMB-31 @AMB-34
  Règle: MPO-2-12 – « Saisissez la réponse à la question de confiance affichée, puis cliquez sur le bouton “ Continuer ” »

    Scénario: Un champ vide attend la réponse
      Quand l’usager est parvenu à l’écran « question de confiance »
      Alors il voit un champ pour la réponse
      Et le champ de la réponse est vide
      Et il voit la commande « Continuer », prête à servir

    Plan du scénario: L’absence de réponse n’est pas une réponse : <réponse>
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond <réponse>
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

      Exemples:
        | réponse                       |
        | rien                          |
        | rien, le paramètre étant omis |

  @MPO-2-13 @AMB-17
  Règle: MPO-2-13 – « Si la réponse est correcte vous pourrez saisir un nouveau mot de passe »

    Scénario: La bonne réponse ouvre le choix d’un nouveau mot de passe, du premier coup
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond à la question de confiance
      Alors l’écran « nouveau mot de passe » s’affiche
      Et il voit un champ pour le nouveau mot de passe et un champ pour sa confirmation
      Et il voit la commande « Valider », prête à servir

    @opportuniste
    Plan du scénario: La réponse enregistrée est reconnue quelle que soit sa forme : <particularité>
      Soit un usager titulaire d’un espace professionnel <particularité>
      Et que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond à la question de confiance
      Alors l’écran « nouveau mot de passe » s’affiche

      Exemples:
        | particularité                              |
        | dont la réponse porte un accent            |
        | dont la réponse porte une majuscule        |
        | dont la réponse est un nombre              |
        | dont la réponse porte une apostrophe       |
        | dont la réponse contient des espaces       |

  @MPO-2-14 @AMB-16
  Règle: MPO-2-14 (contraposée) – « Si la réponse est correcte »

    Scénario: Une mauvaise réponse n’ouvre rien, même à qui connaît l’adresse de l’écran suivant
      Soit Alice, titulaire d’un espace professionnel
      Et que Bruno a noté l’adresse de chaque écran de la procédure
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Et qu’Alice a répondu un autre mot
      Quand Alice ouvre l’adresse notée de l’écran « nouveau mot de passe »
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

    Scénario: Une mauvaise réponse ne condamne pas la bonne
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Et que l’usager a répondu un autre mot
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

    Scénario: Une adresse inconnue n’atteint pas le choix d’un mot de passe, quoi qu’elle réponde
      Soit Alice, titulaire d’un espace professionnel
      Quand Alice s’identifie avec une adresse inconnue
      Et qu’Alice répond, si elle le peut, un autre mot
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

    @opportuniste
    Plan du scénario: Un nombre n’est pas compris à peu près : <réponse> pour une réponse qui est un nombre
      Soit un usager titulaire d’un espace professionnel <particularité>
      Et que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond <réponse>
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

      Exemples:
        | particularité                                              | réponse                                  |
        | dont la réponse est un nombre                              | un autre nombre                          |
        | dont la réponse est un nombre                              | « 0 »                                    |
        | dont la réponse est un nombre                              | sa réponse suivie de « .0 »              |
        | dont la réponse s’écrit aussi en notation scientifique     | sa réponse en notation scientifique      |
