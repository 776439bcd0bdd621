"""
The fields of HTML's autofill that are about a person, and the words by which forms ask for them.

Source of the fields: HTML §4.10.18.7 and WCAG 2.2 §7, "input purposes for user interface components".
Left out is what a form may as well ask about somebody else (an organisation, a title), and what opens
a door (names of accounts, passwords, cards).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": (
            *("піб", "п і б", "прізвище ім'я по батькові", "прізвище ім'я та по батькові"),
            *("прізвище та ім'я", "прізвище ім'я", "ім'я та прізвище", "ім'я прізвище"),
            *("повне ім'я", "фио", "ф и о", "фамилия имя отчество", "фамилия имя", "имя фамилия"),
            *("full name", "name", "first and last name"),
        ),
        "family-name": ("прізвище", "фамилия", "surname", "last name", "family name"),
        "given-name": ("ім'я", "имя", "first name", "given name", "forename"),
        "additional-name": ("по батькові", "отчество", "middle name", "patronymic"),
        "email": (
            *("e mail", "email", "e mail адреса", "email адреса", "ел пошта", "ел адреса"),
            *("електронна пошта", "електронна адреса", "адреса електронної пошти"),
            *("електронна поштова скринька", "эл почта", "электронная почта", "электронный адрес"),
            *("адрес электронной почты", "e mail address", "email address"),
        ),
        "tel": (
            *(
                "телефон",
                "тел",
                "номер телефону",
                "контактний телефон",
                "контактний номер телефону",
            ),
            *(
                "мобільний телефон",
                "моб телефон",
                "номер мобільного телефону",
                "телефон для зв'язку",
            ),
            *("мобильный телефон", "номер телефона", "контактный телефон"),
            *("phone", "phone number", "telephone", "telephone number", "mobile phone", "mobile"),
        ),
        "street-address": (
            *("адреса", "адреса проживання", "поштова адреса", "місце проживання"),
            *("адрес", "адрес проживания", "почтовый адрес", "address", "postal address"),
        ),
        "address-line1": (
            *("вулиця", "вулиця будинок", "вулиця та будинок", "вулиця будинок квартира"),
            *("улица", "улица дом", "улица дом квартира", "street", "street address"),
        ),
        "address-level2": (
            *("місто", "місто село", "населений пункт", "місто чи село", "місто або село"),
            *("город", "населенный пункт", "city", "town", "town or city", "city town"),
        ),
        "address-level1": ("область", "state", "province"),
        "postal-code": (
            *("індекс", "поштовий індекс", "индекс", "почтовый индекс"),
            *("postal code", "postcode", "zip", "zip code"),
        ),
        "country-name": ("країна", "страна", "country"),
        "bday": ("дата народження", "дата рождения", "date of birth", "birth date", "birthday"),
    }
)
"""The words of a label: lower case, with plain apostrophes, without other signs and without "your"."""

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("fio", "fullname", "name", "pib", "yourname"),
        "family-name": (
            "fam",
            "familiya",
            "familyname",
            "lastname",
            "lname",
            "prizvyshche",
            "surname",
        ),
        "given-name": ("firstname", "fname", "givenname", "imia", "imya"),
        "additional-name": ("middlename", "otchestvo", "patronymic", "pobatkovi"),
        "email": ("email", "emailaddress", "mail", "useremail", "youremail"),
        "tel": ("mobile", "phone", "phonenumber", "tel", "telefon", "telephone", "yourphone"),
        "street-address": ("addr", "address", "adr", "adresa"),
        "address-line1": ("address1", "street", "ulica", "vulytsia", "vulytsya"),
        "address-level2": ("city", "gorod", "misto", "town"),
        "address-level1": ("oblast",),
        "postal-code": ("indeks", "postalcode", "postcode", "zip", "zipcode"),
        "country-name": ("country", "kraina"),
        "bday": ("bday", "birthdate", "birthday", "dateofbirth", "dob"),
    }
)
"""A field's `name`: lower case, letters and digits only."""

KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "bday": frozenset(("", "text", "date")),
        "email": frozenset(("", "text", "email")),
        "tel": frozenset(("", "text", "tel")),
        "street-address": frozenset(("textarea",)),
        "address-level1": frozenset(("", "text", "select")),
        "address-level2": frozenset(("", "text", "select")),
        "country-name": frozenset(("", "text", "select")),
        **dict.fromkeys(
            (
                "name",
                "family-name",
                "given-name",
                "additional-name",
                "address-line1",
                "postal-code",
            ),
            frozenset(("", "text")),
        ),
    }
)
"""The controls that a token may stand on, by the type of an `<input>` or by tag (§4.10.18.7.1)."""
