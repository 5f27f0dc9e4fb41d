extension Heritage {
  /// South and East Asia, and the Arab countries.
  static let asia: [Heritage] = [
    Heritage(
      62, "Asian or Asian British: Pakistani", language: "Urdu", keepsEid: true,
      surnames: "Ahmed Akhtar Bashir Chaudhry Hussain Iqbal Khan-Malik Mahmood Qureshi Siddiqui",
      girls: "Aisha Fatima Hafsa Inaya Mariam Noor Zara Zainab",
      boys: "Abdullah Adeel Bilal Hamza Ibrahim Musa Yusuf Zayn",
      women: "Nasreen Rukhsana Saima Shazia", men: "Asif Imran Khalid Tariq"),
    Heritage(
      26, "Asian or Asian British: Bangladeshi", language: "Bengali", keepsEid: true,
      surnames: "Ali Begum Chowdhury Miah Rahman Uddin", girls: "Anika Labiba Nusrat Tahmina",
      boys: "Arif Farhan Rafi Tanvir", women: "Rehana Shirin", men: "Abdul Jamal"),
    Heritage(
      52, "Asian or Asian British: Indian", language: "Gujarati",
      surnames: "Bhattacharya Desai Gill Iyer Krishnamurthy Mehta Nair Patel Sandhu Shah",
      girls: "Aanya Diya Isha Jasleen Kavya Meera Simran", boys: "Aarav Arjun Dev Gurdeep Rohan",
      women: "Anjali Deepa Harpreet Sunita", men: "Ajay Manjit Rajesh Sanjay",
      said: ["Krishnamurthy": "krish-na-MOOR-tee"]),
    Heritage(
      22, "Chinese", language: "Cantonese",
      surnames: "Chan Cheung Lau Leung Wong 李 陳 黃", girls: "Ka_Yan Sze_Wing Tsz_Ching Wing_Lam",
      boys: "Cheuk_Hei Ho_Yin Siu_Lung Tsz_Kin", women: "Mei_Ling Suk_Fan",
      men: "Chi_Wai Kwok_Keung",
      known: [
        "Siu Lung": "小龍", "Sze Wing": "思穎", "Wing Lam": "泳琳", "Ka Yan": "Karen",
        "Ho Yin": "浩然", "Tsz Ching": "Tiffany",
      ],
      said: ["Sze Wing": "see-WING", "Tsz Ching": "jee-CHING", "Cheuk Hei": "cherk-HAY"]),
    Heritage(
      6, "Any other Asian background", language: "Korean",
      surnames: "Bae Kim Yoon 김", girls: "Ha-neul Seo-yeon", boys: "Do-yun Ji-ho",
      women: "Min-ji", men: "Sung-ho", known: ["Ha-neul": "하늘"], said: ["Seo-yeon": "suh-YUN"]),
    Heritage(
      12, "Any other Asian background", language: "Vietnamese",
      surnames: "Đặng Lê Nguyễn Phạm Trần Vũ", girls: "Bảo_Ngọc Hồng_Nhung Quỳnh Thảo_Vy",
      boys: "Đức_Anh Minh_Quân Tuấn_Kiệt", women: "Hương Lan", men: "Dũng Hùng",
      said: ["Nguyễn": "ngwee-EN", "Quỳnh": "KWIN", "Đức Anh": "DUKE-ang"]),
    Heritage(
      22, "Arab", language: "Arabic", keepsEid: true,
      surnames: "Abdel-Rahman Al-Hashimi El-Sayed Haddad Ibn-Yusuf Qasim Saʿdī",
      girls: "Dana Hala Layān Rīm Yasmīn", boys: "ʿUmar Faris Khālid Zayd",
      women: "Amal Huda Nadia", men: "Karim Nabil Samir",
      said: ["Layān": "la-YAAN", "ʿUmar": "OH-mar"]),
  ]

  /// Africa and the Caribbean, and families of several heritages.
  static let africa: [Heritage] = [
    Heritage(
      38, "Black or Black British: African", language: "Yoruba",
      surnames: "Adébáyọ̀ Afolabi-Cole Babátúndé Ezenwa Nwachukwu Okonkwo Olúwaṣeun Onyekachi",
      girls: "Adaeze Chidinma Ìfẹ́olúwa Omolara Temilola",
      boys: "Chukwuemeka Ebuka Káyọ̀dé Tobi Uche",
      women: "Folake Ngozi Yewande", men: "Babajide Emeka Olumide",
      known: ["Ìfẹ́olúwa": "Ife", "Chukwuemeka": "Emeka", "Temilola": "Temi"],
      said: [
        "Chukwuemeka": "choo-kweh-MEH-ka", "Ìfẹ́olúwa": "ee-FEH-oh-loo-wah",
        "Nwachukwu": "n-wa-CHOO-kwoo", "Adaeze": "ah-dah-EH-zeh",
      ]),
    Heritage(
      18, "Black or Black British: African", language: "Somali", keepsEid: true,
      surnames: "Abdi Farah Guled Hirsi Warsame", girls: "Hodan Ifrah Ladan Sagal",
      boys: "Abdirahman Cabdi Liibaan Mahad", women: "Asha Halima", men: "Farhan Yusuf",
      said: ["Cabdi": "AB-dee", "Liibaan": "lee-BAHN"]),
    Heritage(
      22, "Black or Black British: Caribbean",
      surnames: "Baptiste Campbell-Grant De_Freitas Lashley St._Hilaire Wray",
      girls: "Aaliyah Imani Kezia Nevaeh", boys: "Jaheim Kai Malachi Tyrell",
      women: "Marcia Simone", men: "Delroy Winston", said: ["St. Hilaire": "sant-ee-LAIR"]),
    Heritage(
      46, "Mixed: any other mixed background",
      surnames: "Adeyemi-Clarke Brontë-Diaz Castañeda Fernández-Wright Le_Goff Núñez van_der_Berg",
      girls: "Anaïs Chloë Esmée Noëlle Zoë", boys: "André Caleb Jérôme Raphaël Théo",
      women: "Dolores Marie Yvette", men: "Etienne Marco Pieter",
      said: ["Anaïs": "ah-nah-EES", "Castañeda": "cas-tan-YEH-da"]),
  ]
}
