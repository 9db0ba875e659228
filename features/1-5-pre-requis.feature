# language: fr
Fonctionnalité: § 1.5 – Pré-requis
  Pour changer son mot de passe, l’usager doit posséder deux choses : l’adresse électronique qu’il avait choisie et la
  réponse à sa question de confiance. L’une sans l’autre ne mène à rien, et la réponse n’est jamais divulguée.

  @MPO-1.5-1 @AMB-13 @AMB-14 @AMB-25
  Règle: MPO-1.5-1 – « l’adresse électronique que vous aviez choisie lors de la création de votre espace professionnel »

    Scénario: L’adresse choisie à la création ouvre la procédure
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager s’identifie
      Alors l’écran « question de confiance » s’affiche
      Et sa question de confiance est affichée

    @opportuniste
    Plan du scénario: L’adresse choisie est reconnue quelle que soit sa forme : <particularité>
      Soit un usager titulaire d’un espace professionnel <particularité>
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

      Exemples:
        | particularité                                       |
        | dont l’adresse contient un signe plus               |
        | dont l’adresse contient une apostrophe              |
        | dont l’adresse est dans un sous-domaine             |
        | dont l’adresse a un domaine en majuscules           |
        | dont l’adresse a une partie locale de 64 caractères |
        | dont l’adresse ne diffère d’une autre que par un accent |
        | dont l’adresse ne diffère d’une autre que par un signe plus |
        | dont l’adresse porte un « ı » sans point            |

    Plan du scénario: Une autre adresse ne mène pas à cet espace : <adresse>
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Quand Alice s’identifie avec <adresse>
      Alors la réponse d’Alice ne lui ouvre pas l’écran « nouveau mot de passe »
      Et rien n’a changé

      Exemples:
        | adresse                             |
        | une adresse inconnue                |
        | le début de son adresse             |
        | son adresse précédée d’une lettre   |
        | son adresse sans son domaine        |
        | son adresse, un « % » à la place du domaine |
        | l’adresse de Bruno                  |

      @opportuniste
      Exemples: ce que l’assistance peut communiquer
        | adresse             |
        | son numéro d’abonné |

  @MPO-1.5-2 @AMB-16 @AMB-17 @AMB-33
  Règle: MPO-1.5-2 – « et de la réponse à la question de confiance que vous aviez indiquée lors de la création de votre espace professionnel. »

    Scénario: La réponse enregistrée ouvre le choix d’un nouveau mot de passe
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond à la question de confiance
      Alors l’écran « nouveau mot de passe » s’affiche

    Scénario: Changer de mot de passe ne change ni la question ni la réponse
      Étant donné que l’usager a changé son mot de passe par la procédure
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

    Plan du scénario: Toute autre réponse laisse la porte fermée : <réponse>
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Alice répond <réponse>
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

      Exemples:
        | réponse                                |
        | un autre mot                           |
        | trois espaces                          |
        | la réponse de Bruno                    |
        | le texte de sa question                |
        | son adresse électronique               |
        | son mot de passe actuel                |
        | un mot de même longueur que sa réponse |
        | sa réponse sans la dernière lettre     |
        | sa réponse sans la première lettre     |
        | sa réponse suivie d’un autre mot       |
        | sa réponse précédée d’un autre mot     |
        | « * »                                  |
        | « % »                                  |
        | « .* »                                 |
        | « ' OR '1'='1 »                        |

  @MPO-1.5-3
  Règle: MPO-1.5-3 – « Pour changer votre mot de passe, vous devez être en possession de : […] »

    Scénario: L’adresse et la réponse, ensemble, permettent le changement
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager suit la procédure de bout en bout
      Alors le changement est accepté

    Plan du scénario: Il manque l’une ou l’autre : <adresse>, <réponse>
      Soit Alice, titulaire d’un espace professionnel
      Quand Alice s’identifie avec <adresse>
      Et qu’Alice répond, si elle le peut, <réponse>
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

      Exemples:
        | adresse              | réponse      |
        | son adresse          | un autre mot |
        | une adresse inconnue | sa réponse   |
        | une adresse inconnue | un autre mot |

  @MPO-1.5-7 @opportuniste @AMB-20
  Règle: MPO-1.5-7 – « qui pourront vous communiquer votre numéro d’abonné, votre adresse électronique, ainsi que votre question de confiance. »

    Scénario: L’assistance peut communiquer ces trois informations
      Étant donné que la cible présente une vue d’assistance
      Et un usager titulaire d’un espace professionnel dont le numéro d’abonné est connu
      Quand un agent de l’assistance consulte le compte de l’usager
      Alors l’agent y lit son numéro d’abonné, son adresse électronique et sa question de confiance

  @MPO-1.5-8 @AMB-20 @AMB-24
  Règle: MPO-1.5-8 – « les agents de l’administration fiscale ne disposent pas de la réponse à votre question de confiance. »

    Scénario: La réponse ne paraît nulle part au long de la procédure
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Et que l’usager a répondu un autre mot
      Quand l’usager change son mot de passe par la procédure
      Alors sa réponse n’est lisible dans aucune page, aucun en-tête, aucune adresse ni aucun courriel

    Scénario: Aucun mot de passe ne paraît non plus, ni à l’écran ni dans le courriel
      Soit un usager titulaire d’un espace professionnel
      Quand l’usager change son mot de passe par la procédure
      Alors ses mots de passe, ancien et nouveau, ne sont lisibles dans aucune page, aucun en-tête, aucune adresse ni aucun courriel

    @opportuniste
    Scénario: L’assistance ne dispose pas de la réponse
      Étant donné que la cible présente une vue d’assistance
      Et un usager titulaire d’un espace professionnel
      Quand un agent de l’assistance consulte le compte de l’usager
      Alors la réponse de l’usager n’y est lisible sous aucune forme
