from books.views import EntryList
from django.urls import path

urlpatterns = [path("entries", EntryList.as_view())]
