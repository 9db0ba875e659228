# language: fr
Fonctionnalité: § 2 – L’identification : adresse électronique et CAPTCHA
  L’usager saisit son adresse et les caractères de l’image, puis continue. Sans les caractères de l’image qui lui est
  montrée, la question de confiance n’apparaît pas.

  @MPO-2-5
  Règle: MPO-2-5 – « L’écran ci-dessous vous est ensuite affiché » (identification)

    Scénario: L’écran d’identification demande l’adresse et les caractères, rien d’autre
      Quand un visiteur est parvenu à l’écran « identification »
      Alors il voit un champ pour l’adresse électronique et un champ pour les caractères de l’image
      Et il voit l’image du CAPTCHA
      Et il voit la commande « Continuer », prête à servir
      Mais il ne voit ni question de confiance ni champ de mot de passe

  @MPO-2-6 @AMB-13 @AMB-34
  Règle: MPO-2-6 – « Saisissez votre adresse électronique »

    Scénario: Le champ de l’adresse est vide au premier affichage, même après le passage d’un autre
      Soit Alice, titulaire d’un espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand un visiteur est parvenu à l’écran « identification »
      Alors le champ de l’adresse électronique est vide

    Plan du scénario: Une adresse absente ou mal formée ne mène pas plus loin : <adresse>
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie avec <adresse>
      Alors l’écran « nouveau mot de passe » reste hors d’atteinte
      Et aucune page en erreur n’est apparue
      Et rien n’a changé

      Exemples:
        | adresse                       |
        | aucune adresse                |
        | l’adresse mal formée « abc »  |
        | l’adresse mal formée « a@ »   |
        | l’adresse mal formée « a@b@c » |
        | une adresse de 300 caractères |

  @MPO-2-7 @AMB-15
  Règle: MPO-2-7 – « ainsi que les caractères de l’image fournie par CAPTCHA »

    Scénario: Une image est bien fournie
      Quand un visiteur est parvenu à l’écran « identification »
      Alors l’image du CAPTCHA se charge et se décode

    @opportuniste
    Scénario: L’image varie d’un visiteur à l’autre
      Étant donné que la cible varie ses images
      Quand 20 visiteurs parviennent à l’écran « identification »
      Alors au moins 19 d’entre eux ont des caractères différents à recopier

  @MPO-2-8 @AMB-15 @AMB-18
  Règle: MPO-2-8 – « les caractères de l’image fournie par CAPTCHA »

    Scénario: Les bons caractères mènent à la question de confiance
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie
      Alors l’écran « question de confiance » s’affiche

    Plan du scénario: Sans les bons caractères, pas de question : <caractères>
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie en recopiant <caractères>
      Alors sa réponse ne lui ouvre pas l’écran « nouveau mot de passe »
      Et rien n’a changé

      Exemples:
        | caractères                                       |
        | rien                                             |
        | d’autres caractères                              |
        | les bons caractères suivis d’autres              |
        | les bons caractères sans le dernier              |

      Exemples: requêtes reconstituées
        | caractères                                       |
        | rien, le paramètre étant omis                    |
        | rien, l’image n’ayant pas été chargée            |

      @opportuniste
      Exemples: images qui varient
        | caractères                                       |
        | les caractères de l’image d’un autre visiteur    |
        | les caractères d’une image précédente            |

  @MPO-2-9 @AMB-31
  Règle: MPO-2-9 – « puis cliquez sur le bouton “ Continuer ” »

    Scénario: « Continuer » mène à la question en une seule action
      Soit un usager titulaire d’un espace professionnel
      Et que l’usager est parvenu à l’écran « identification »
      Quand l’usager saisit son adresse et les caractères de l’image
      Et l’usager clique sur « Continuer »
      Alors l’écran « question de confiance » s’affiche

    Scénario: La touche Entrée vaut « Continuer »
      Soit un usager titulaire d’un espace professionnel
      Et que l’usager est parvenu à l’écran « identification »
      Quand l’usager saisit son adresse et les caractères de l’image
      Et l’usager appuie sur la touche Entrée
      Alors l’écran « question de confiance » s’affiche
