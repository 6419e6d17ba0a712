//! The words that invented plans are made of. Pairs are Korean and English.

/// A word in both languages.
pub(crate) type Pair = (&'static str, &'static str);

/// A functional field: its code, what is done in it, and who does it.
pub(crate) struct Matter {
    pub(crate) code: &'static str,
    pub(crate) objects: [Pair; 6],
    pub(crate) departments: [Pair; 2],
}

/// First and last syllables of city names, each beginning with a consonant: every pair is a name of its own.
pub(crate) const FIRST: [Pair; 36] = [
    ("가", "ga"),
    ("나", "na"),
    ("다", "da"),
    ("라", "ra"),
    ("마", "ma"),
    ("바", "ba"),
    ("사", "sa"),
    ("자", "ja"),
    ("차", "cha"),
    ("하", "ha"),
    ("고", "go"),
    ("노", "no"),
    ("도", "do"),
    ("로", "ro"),
    ("모", "mo"),
    ("보", "bo"),
    ("소", "so"),
    ("조", "jo"),
    ("초", "cho"),
    ("호", "ho"),
    ("구", "gu"),
    ("누", "nu"),
    ("두", "du"),
    ("루", "ru"),
    ("무", "mu"),
    ("부", "bu"),
    ("수", "su"),
    ("주", "ju"),
    ("추", "chu"),
    ("후", "hu"),
    ("기", "gi"),
    ("니", "ni"),
    ("디", "di"),
    ("리", "ri"),
    ("미", "mi"),
    ("비", "bi"),
];
pub(crate) const LAST: [Pair; 30] = [
    ("람", "ram"),
    ("솔", "sol"),
    ("담", "dam"),
    ("별", "byeol"),
    ("란", "ran"),
    ("빛", "bit"),
    ("촌", "chon"),
    ("천", "cheon"),
    ("성", "seong"),
    ("산", "san"),
    ("진", "jin"),
    ("평", "pyeong"),
    ("포", "po"),
    ("곡", "gok"),
    ("덕", "deok"),
    ("남", "nam"),
    ("북", "buk"),
    ("동", "dong"),
    ("서", "seo"),
    ("령", "ryeong"),
    ("림", "rim"),
    ("봉", "bong"),
    ("호", "ho"),
    ("정", "jeong"),
    ("신", "sin"),
    ("대", "dae"),
    ("물", "mul"),
    ("터", "teo"),
    ("결", "gyeol"),
    ("내", "nae"),
];

/// Invented provinces.
pub(crate) const PROVINCES: [Pair; 9] = [
    ("가온도", "Gaon Province"),
    ("나래도", "Narae Province"),
    ("다솜도", "Dasom Province"),
    ("라온도", "Raon Province"),
    ("마루도", "Maru Province"),
    ("바름도", "Bareum Province"),
    ("새빛도", "Saebit Province"),
    ("한울도", "Hanul Province"),
    ("해누리도", "Haenuri Province"),
];

/// Where something is done.
pub(crate) const PLACES: [Pair; 12] = [
    ("원도심", "the old centre"),
    ("동부권", "the eastern districts"),
    ("서부권", "the western districts"),
    ("역세권", "the station quarter"),
    ("농촌 마을", "rural villages"),
    ("해안가", "the coast"),
    ("산업단지", "the industrial park"),
    ("신시가지", "the new town"),
    ("전통시장 주변", "the market quarter"),
    ("대학가", "the university quarter"),
    ("하천변", "the riverside"),
    ("구릉지", "the hillside"),
];

/// How something is done.
pub(crate) const MANNERS: [Pair; 10] = [
    ("스마트", "smart"),
    ("시민 참여형", "participatory"),
    ("친환경", "green"),
    ("생활밀착형", "everyday"),
    ("권역별", "district"),
    ("공공", "public"),
    ("지역 맞춤형", "local"),
    ("무장애", "barrier-free"),
    ("디지털", "digital"),
    ("상생", "cooperative"),
];

/// What is done with it: a noun in Korean, a gerund in English.
pub(crate) const ACTIONS: [Pair; 14] = [
    ("조성", "Creating"),
    ("확충", "Extending"),
    ("지원", "Supporting"),
    ("활성화", "Reviving"),
    ("정비", "Renewing"),
    ("운영", "Running"),
    ("고도화", "Upgrading"),
    ("구축", "Building"),
    ("보급", "Spreading"),
    ("육성", "Fostering"),
    ("개선", "Improving"),
    ("유치", "Attracting"),
    ("전환", "Converting"),
    ("연계", "Linking"),
];

/// What comes of it.
pub(crate) const EFFECTS: [Pair; 10] = [
    ("주민이 걸어서 이용할 수 있게 한다", "so that residents can use it on foot"),
    ("이용 시간을 저녁까지 늘린다", "so that it is open into the evening"),
    ("지역 업체가 우선 참여하게 한다", "with local firms first in line"),
    ("해마다 성과를 공개한다", "with results published every year"),
    ("유지 관리 비용을 줄인다", "so that upkeep costs less"),
    ("청년과 어르신이 함께 쓰게 한다", "for young and old alike"),
    ("접근이 어려운 지역부터 시작한다", "beginning where access is hardest"),
    ("시민이 설계부터 참여하게 한다", "with residents at the table from the design on"),
    ("재해 위험을 낮춘다", "so that the risk of disaster falls"),
    ("인근 도시와 함께 쓴다", "shared with neighbouring cities"),
];

/// Slogans of visions.
pub(crate) const SLOGANS: [Pair; 8] = [
    ("함께 자라는 도시, 내일이 기다려지는", "A city that grows together, looking forward to tomorrow in"),
    ("사람이 먼저인 따뜻한", "Warm, with people first:"),
    ("물길과 숲길이 이어지는", "Where waterways and forest paths meet:"),
    ("배우고 일하고 머무는", "To learn, to work, to stay:"),
    ("이웃이 힘이 되는", "Where neighbours are strength:"),
    ("바람과 햇살로 움직이는", "Moved by wind and sunlight:"),
    ("작은 가게가 빛나는", "Where small shops shine:"),
    ("아이 웃음이 들리는", "Where children laugh:"),
];

/// Units of quantities and indicators.
pub(crate) const UNITS: [Pair; 6] =
    [("개소", "sites"), ("명", "people"), ("km", "km"), ("세대", "households"), ("건", "cases"), ("대", "vehicles")];

/// Steps of a schedule.
pub(crate) const STEPS: [Pair; 8] = [
    ("기본계획 수립", "Master plan"),
    ("실시설계 용역", "Detailed design"),
    ("주민 설명회", "Meeting with residents"),
    ("공사 착공", "Construction begins"),
    ("시범 운영", "Trial run"),
    ("준공 및 개관", "Completion and opening"),
    ("성과 평가", "Evaluation"),
    ("관계 기관 협의", "Talks with the authorities"),
];

/// Partner organisations.
pub(crate) const PARTNERS: [Pair; 6] = [
    ("도시재생지원센터", "Urban Regeneration Support Centre"),
    ("지역 대학 산학협력단", "University-industry foundation"),
    ("상인회", "Merchants' association"),
    ("교육지원청", "Office of education"),
    ("주민자치회", "Residents' council"),
    ("사회적기업협의회", "Council of social enterprises"),
];

/// Laws and ordinances.
pub(crate) const LAWS: [Pair; 6] = [
    ("도시재생 활성화 조례 제5조", "Ordinance on urban regeneration, article 5"),
    ("주민참여예산제 운영 조례 제3조", "Ordinance on participatory budgeting, article 3"),
    ("청년 기본 조례 제7조", "Ordinance on youth, article 7"),
    ("물환경 보전 조례 제4조", "Ordinance on water, article 4"),
    ("보행 안전 조례 제6조", "Ordinance on walking safely, article 6"),
    ("문화예술 진흥 조례 제9조", "Ordinance on arts and culture, article 9"),
];

/// Fields with what is done in them.
pub(crate) const MATTERS: [Matter; 12] = [
    Matter {
        code: "010",
        objects: [
            ("민원 창구", "citizen counters"),
            ("주민참여예산", "participatory budgeting"),
            ("열린 행정 자료", "open data"),
            ("마을 회의", "village meetings"),
            ("전자 고지", "electronic notices"),
            ("공유 회의실", "shared meeting rooms"),
        ],
        departments: [("기획예산과", "Planning and Budget Division"), ("자치행정과", "Autonomy Division")],
    },
    Matter {
        code: "020",
        objects: [
            ("침수 경보망", "flood warning network"),
            ("안심 귀갓길", "safe ways home"),
            ("재난 대피소", "emergency shelters"),
            ("교통 관제", "traffic control"),
            ("소방 취약지", "fire risk areas"),
            ("어린이 통학로", "ways to school"),
        ],
        departments: [("안전총괄과", "Safety Division"), ("재난대응과", "Disaster Response Division")],
    },
    Matter {
        code: "050",
        objects: [
            ("평생학습관", "lifelong learning centres"),
            ("작은도서관", "small libraries"),
            ("진로 체험", "career experience"),
            ("학교 밖 배움터", "places of learning outside school"),
            ("디지털 교실", "computer classrooms"),
            ("방과후 돌봄", "after-school care"),
        ],
        departments: [("평생교육과", "Lifelong Education Division"), ("도서관운영과", "Libraries Division")],
    },
    Matter {
        code: "060",
        objects: [
            ("시립미술관", "municipal art museum"),
            ("둘레길", "trails"),
            ("축제", "festivals"),
            ("생활체육관", "sports halls"),
            ("옛 성곽", "old city walls"),
            ("야간 관광", "tourism by night"),
        ],
        departments: [("문화예술과", "Arts and Culture Division"), ("관광진흥과", "Tourism Division")],
    },
    Matter {
        code: "070",
        objects: [
            ("하수관로", "sewers"),
            ("미세먼지 측정망", "fine dust monitoring"),
            ("재활용 선별장", "recycling plant"),
            ("생태 습지", "wetlands"),
            ("도시숲", "urban woods"),
            ("노후 상수관", "old water mains"),
        ],
        departments: [("환경정책과", "Environment Division"), ("상하수도과", "Waterworks Division")],
    },
    Matter {
        code: "080",
        objects: [
            ("어르신 일자리", "jobs for the elderly"),
            ("청년 주택", "housing for the young"),
            ("공동육아나눔터", "shared child care"),
            ("장애인 이동 지원", "transport for the disabled"),
            ("경로당", "senior centres"),
            ("긴급 돌봄", "emergency care"),
        ],
        departments: [("노인복지과", "Senior Welfare Division"), ("아동청소년과", "Children and Youth Division")],
    },
    Matter {
        code: "090",
        objects: [
            ("보건지소", "health stations"),
            ("치매 안심마을", "dementia-friendly villages"),
            ("산후조리원", "postnatal care centres"),
            ("방문 건강", "health visits"),
            ("응급 의료망", "emergency care network"),
            ("금연 거리", "smoke-free streets"),
        ],
        departments: [("건강증진과", "Health Promotion Division"), ("보건행정과", "Public Health Division")],
    },
    Matter {
        code: "100",
        objects: [
            ("귀농 학교", "farming school"),
            ("로컬푸드 직매장", "local food shops"),
            ("농업용 저수지", "irrigation reservoirs"),
            ("어항", "fishing harbours"),
            ("스마트팜", "smart farms"),
            ("임도", "forest roads"),
        ],
        departments: [("농업정책과", "Agriculture Division"), ("해양수산과", "Fisheries Division")],
    },
    Matter {
        code: "110",
        objects: [
            ("창업 보육실", "start-up rooms"),
            ("전통시장", "traditional market"),
            ("지역화폐", "local currency"),
            ("소부장 단지", "parts and materials cluster"),
            ("수소 충전소", "hydrogen stations"),
            ("태양광 발전", "solar power"),
        ],
        departments: [("일자리경제과", "Jobs and Economy Division"), ("에너지정책과", "Energy Division")],
    },
    Matter {
        code: "120",
        objects: [
            ("자전거 도로", "cycle paths"),
            ("수요응답형 버스", "buses on demand"),
            ("환승센터", "transfer centre"),
            ("공영주차장", "public car parks"),
            ("우회도로", "bypass"),
            ("보행 환경", "walking"),
        ],
        departments: [("교통정책과", "Transport Division"), ("도로과", "Roads Division")],
    },
    Matter {
        code: "140",
        objects: [
            ("도시재생 거점", "regeneration hubs"),
            ("빈집", "vacant houses"),
            ("하천 정비", "river works"),
            ("공공임대주택", "public housing"),
            ("도시공원", "city parks"),
            ("경관 조명", "street lighting"),
        ],
        departments: [("도시재생과", "Urban Regeneration Division"), ("건설과", "Construction Division")],
    },
    Matter {
        code: "150",
        objects: [
            ("연구개발 특구", "research district"),
            ("과학관", "science museum"),
            ("데이터 센터", "data centre"),
            ("메이커 스페이스", "maker space"),
            ("인공지능 실증", "AI trials"),
            ("반도체 교육", "semiconductor training"),
        ],
        departments: [("미래산업과", "Future Industries Division"), ("스마트도시과", "Smart City Division")],
    },
];
